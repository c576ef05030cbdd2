export interface CardKeyOptions {
  readonly scope: Window;
  /** The card takes this key and closes. */
  readonly closes: (event: KeyboardEvent) => boolean;
  readonly close: () => void;
  readonly signal: AbortSignal;
}

/**
 * Keys that close the card: neither the page nor the browser gets them, since the card is all that they close. Listens
 * from the page's beginning, for a listener made before would hear them first.
 */
export function watchCardKeys({ scope, closes, close, signal }: CardKeyOptions): void {
  let taken: string | null = null;
  const keep = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || !closes(event)) return;
    taken = event.key;
    keep(event);
    close();
  };
  const onUp = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === taken) keep(event);
    taken = null;
  };
  scope.addEventListener('keydown', onDown, { capture: true, signal });
  scope.addEventListener('keyup', onUp, { capture: true, signal });
}
