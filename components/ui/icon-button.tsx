import type { ButtonHTMLAttributes, Ref } from 'preact';
import type { LucideIcon } from 'lucide-preact';
import { Icon } from './icon';
import './icon-button.css';

interface IconButtonProps
  extends Pick<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'type' | 'onClick' | 'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'tabIndex'
  > {
  icon: LucideIcon;
  /** What it does, said to screen readers and shown on hover. */
  label: string;
  look?: 'plain' | 'go' | 'end';
  size?: number;
  expanded?: boolean;
  popup?: 'menu';
  pressed?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, look = 'plain', size = 16, expanded, popup, pressed, buttonRef, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button icon-button-${look}`}
      aria-label={label}
      aria-haspopup={popup}
      aria-expanded={expanded}
      aria-pressed={pressed}
      title={label}
      ref={buttonRef ?? null}
      {...rest}
    >
      <Icon of={icon} size={size} />
    </button>
  );
}
