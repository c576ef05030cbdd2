import type { ComponentChildren } from 'preact';
import './toast.css';

/** Something was done, with the way to take it back. */
export function Toast({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="toast" role="status">
      <span>{children}</span>
      {action}
    </div>
  );
}
