import type { ComponentChildren } from 'preact';
import type { LucideIcon } from 'lucide-preact';
import { Icon } from './icon';
import './banner.css';

interface BannerProps {
  tone: 'warning' | 'error' | 'quiet';
  icon: LucideIcon;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
  /** `alert` interrupts a screen reader; `status` waits its turn. */
  role?: 'alert' | 'status';
}

export function Banner({ tone, icon, title, children, action, role = 'status' }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`} role={role}>
      <Icon of={icon} size={17} />
      <div class="banner-text">
        <b>{title}</b>
        {children && <div class="banner-more">{children}</div>}
      </div>
      {action}
    </div>
  );
}
