import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import type { LucideIcon } from 'lucide-preact';
import { Icon } from './icon';
import './button.css';

interface ButtonProps extends Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'form' | 'disabled' | 'onClick'> {
  children: ComponentChildren;
  /** `answer` and `end` are for calls only. */
  look?: 'primary' | 'plain' | 'quiet' | 'answer' | 'end' | 'decline';
  icon?: LucideIcon;
  size?: 'medium' | 'large' | 'small';
  busy?: boolean;
  label?: string;
  pressed?: boolean;
  /** Holds a call or takes it back: where the focus goes when its counterpart is gone. */
  holds?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({ children, look = 'plain', icon, size = 'medium', busy = false, label, pressed, holds = false, buttonRef, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-${look} button-${size}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      data-holds={holds || undefined}
      ref={buttonRef ?? null}
      {...rest}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon of={icon} size={size === 'large' ? 18 : 16} />}
      <span class="truncate">{children}</span>
    </button>
  );
}
