import type { Seen } from './watch-seen';

export interface GuardOptions {
  readonly scope: Pick<Window, 'addEventListener'>;
  readonly seen: Seen;
  /** A person pressed something that a page had covered. */
  readonly refused: () => void;
}

/** Lets a click through, by pointer or key, only where the frame has been seen; before every other listener. */
export function guardClicks({ scope, seen, refused }: GuardOptions): void {
  const guard = (event: Event) => {
    if (seen.settled()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.isTrusted && !seen.visible()) refused();
  };
  for (const type of ['click', 'submit'] as const) scope.addEventListener(type, guard, { capture: true });
}
