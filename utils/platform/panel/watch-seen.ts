/** What a person must have seen before a click on it counts. Milliseconds. */
export const SEEN_MS = 300;
/** How often the frame looks whether it was moved. Chrome takes no less for seeing whether it is covered. Milliseconds. */
export const LOOK_MS = 100;

/** Chrome's second version of IntersectionObserver also tells whether something covers, fades or bends the frame. */
interface SeenEntry {
  readonly isIntersecting: boolean;
  readonly isVisible?: boolean;
}
interface SeenObserverOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

export interface SeenScope {
  readonly document: Document;
  readonly IntersectionObserver: new (listener: (entries: readonly SeenEntry[]) => void, options: SeenObserverOptions) => { observe(target: Element): void };
  /** Of the frame on the screen, Firefox only. */
  readonly mozInnerScreenX?: number;
  readonly mozInnerScreenY?: number;
  /** Of the browser window around. */
  readonly screenX: number;
  readonly screenY: number;
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly innerWidth: number;
  readonly devicePixelRatio: number;
  setInterval(run: () => void, ms: number): number;
}

export interface Seen {
  /** Nothing lies over the frame, as far as this browser tells. */
  visible(): boolean;
  /** It has lain there, visible and unmoved, for as long as a person needs. */
  settled(): boolean;
}

/**
 * Whether a person has seen the frame where it is: a page may lay something over it, or move it under a pointer that is
 * about to click. Where the browser does not tell what covers the frame, time since it was shown or moved must do.
 */
export function watchSeen(scope: SeenScope, now: () => number, onLook: (seen: Seen) => void): Seen {
  let since: number | null = null;
  let place = '';
  const look = () => {
    const { mozInnerScreenX, mozInnerScreenY, screenX, screenY, outerWidth, outerHeight, innerWidth, devicePixelRatio } = scope;
    const here = [mozInnerScreenX, mozInnerScreenY, screenX, screenY, outerWidth, outerHeight, innerWidth, devicePixelRatio].join();
    if (here === place) return;
    place = here;
    if (since !== null) since = now();
  };
  look();
  const seen: Seen = {
    visible: () => since !== null,
    settled() {
      look();
      return since !== null && now() - since >= SEEN_MS;
    },
  };
  const observer = new scope.IntersectionObserver(
    (entries) => {
      const last = entries.at(-1);
      const visible = last !== undefined && last.isIntersecting && last.isVisible !== false;
      since = visible ? (since ?? now()) : null;
      onLook(seen);
    },
    { threshold: [0, 0.25, 0.5, 0.75, 1], trackVisibility: true, delay: LOOK_MS },
  );
  observer.observe(scope.document.documentElement);
  scope.setInterval(() => {
    look();
    onLook(seen);
  }, LOOK_MS);
  return seen;
}
