import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import './empty-state.css';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  body: string;
  action?: ComponentChildren;
}

/** What will be here, and the first step towards it. */
export function EmptyState({ icon, title, body, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <span class="empty-state-icon">
        <Icon of={icon} size={18} />
      </span>
      <b>{title}</b>
      <p class="secondary">{body}</p>
      {action}
    </div>
  );
}
