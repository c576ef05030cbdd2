import { numberLinkOf } from './number-link';

export interface LinkClickOptions {
  readonly scope: Window;
  /** Whether number links are ours; false leaves every click to the page. */
  readonly active: () => boolean;
  readonly dial: (target: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Takes a person's click on a number link; Enter on a focused link is a click too. A script's own click is never
 * ours, and one with Ctrl, Meta, Shift or Alt is the browser's.
 */
export function watchLinkClicks({ scope, active, dial, signal }: LinkClickOptions): void {
  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0 || !active()) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const path = event.composedPath();
    const target = numberLinkOf(path);
    if (target === null || inEditor(path)) return;
    whenPageIsDone(event, path, signal, () => {
      event.preventDefault();
      dial(target);
    });
  };
  scope.addEventListener('click', onClick, { capture: true, signal });
}

/**
 * Runs `take` after the page's own listeners, unless one of them has prevented the click: then it is the page's.
 * A page that stops the event on its way up is answered on the node where it did so.
 */
function whenPageIsDone(event: MouseEvent, path: readonly EventTarget[], signal: AbortSignal, take: () => void): void {
  const decided = new AbortController();
  const ends = AbortSignal.any([signal, decided.signal]);
  const last = path.at(-1);
  for (const node of path) {
    const decide = (seen: Event) => {
      if (seen !== event || (node !== last && !event.cancelBubble)) return;
      decided.abort();
      if (!event.defaultPrevented) take();
    };
    node.addEventListener('click', decide, { signal: ends });
  }
  // Stopped at once and for all: nothing above runs, and nothing must be left behind.
  setTimeout(() => decided.abort());
}

/** In an editor a click places the caret. */
function inEditor(path: readonly EventTarget[]): boolean {
  return path.some((node) => (node as { isContentEditable?: unknown }).isContentEditable === true);
}
