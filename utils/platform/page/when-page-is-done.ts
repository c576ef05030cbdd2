/**
 * Runs `take` after the page's own listeners, unless one of them has prevented the click: then it is the page's.
 * A page that stops the event on its way up is answered on the node where it did so.
 */
export function whenPageIsDone(event: MouseEvent, path: readonly EventTarget[], signal: AbortSignal, take: () => void): void {
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
