import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/ui/icon';
import './call-notes.css';

interface CallNoteProps {
  icon: LucideIcon;
  text: string;
  role?: 'status' | 'alert';
  action?: ComponentChildren;
}

/** One line about a call. */
export function CallNote({ icon, text, role = 'status', action }: CallNoteProps) {
  return (
    <div class="call-note" role={role}>
      <Icon of={icon} />
      <span>{text}</span>
      {action}
    </div>
  );
}
