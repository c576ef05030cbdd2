import { UserRound } from 'lucide-preact';
import type { Presence } from '@/components/words/status-words';
import { hueOf, initials } from './avatar-look';
import { Icon } from './icon';
import './avatar.css';

interface AvatarProps {
  /** Null draws a figure: a number has no initials. */
  name: string | null;
  presence?: Presence;
  size?: 'medium' | 'large';
}

export function Avatar({ name, presence, size = 'medium' }: AvatarProps) {
  const letters = name === null ? '' : initials(name);
  return (
    <span
      class={`avatar avatar-${size} ${letters === '' ? 'avatar-unknown' : ''}`}
      style={{ '--hue': String(hueOf(name ?? '')) }}
      aria-hidden="true"
    >
      {letters === '' ? <Icon of={UserRound} size={size === 'large' ? 20 : 16} /> : letters}
      {presence && <i class={`avatar-presence avatar-presence-${presence}`} />}
    </span>
  );
}
