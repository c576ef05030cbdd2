/** Milliseconds one slice of work may take; the last step of a slice may still overrun it a little. */
const SLICE = 5;
/** A page that never rests still gets its numbers, so many milliseconds late. */
const AT_LATEST = 400;

/** Calls `slice` once, when the page has a moment; `left` tells how many milliseconds of it remain. */
export type Idle = (slice: (left: () => number) => void) => void;

/** Idle time of a window; a short timer where the browser does not tell of any. */
export function pageIdle(scope: Window, signal: AbortSignal): Idle {
  return (slice) => {
    if (signal.aborted) return;
    const run = () => {
      if (signal.aborted) return;
      const until = scope.performance.now() + SLICE;
      slice(() => until - scope.performance.now());
    };
    if (typeof scope.requestIdleCallback === 'function') scope.requestIdleCallback(run, { timeout: AT_LATEST });
    else scope.setTimeout(run, 30);
  };
}
