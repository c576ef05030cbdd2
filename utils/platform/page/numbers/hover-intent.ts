/** Long enough that a pointer on its way elsewhere opens nothing. ms */
export const REST_MS = 250;
/** Long enough to reach the card. ms */
export const GRACE_MS = 300;

export interface HoverIntentOptions<T> {
  readonly same: (one: T, other: T) => boolean;
  readonly open: (target: T) => void;
  readonly close: () => void;
  /** Runs after some milliseconds; gives what prevents it. */
  readonly later: (run: () => void, ms: number) => () => void;
}

export interface HoverIntent<T> {
  /** What the pointer is over now. */
  over(target: T | null): void;
  /** The pointer went onto the card, or off it. */
  onCard(is: boolean): void;
  /** The person pressed on what the pointer is over: that is no wish for the card, until the pointer has left. */
  pressed(): void;
  /** The card was closed or taken over by something else; what the pointer is over does not open it again. */
  dismiss(target: T | null): void;
}

/**
 *            over(number)          rest
 *   nothing ─────────────▶ resting ─────▶ open ◀──────────┐ over(number), onCard
 *      ▲  ▲                   │            │ over(null)    │
 *      │  └── over(null) ─────┘            ▼               │
 *      └──────────── grace ───────────── leaving ──────────┘
 */
export function createHoverIntent<T>({ same, open, close, later }: HoverIntentOptions<T>): HoverIntent<T> {
  let shown: T | null = null;
  let waiting: { readonly target: T | null; readonly stop: () => void } | null = null;
  let dismissed: T | null = null;
  let under: T | null = null;
  const is = (one: T | null, other: T | null) => (one === null || other === null ? one === other : same(one, other));

  const stop = () => {
    waiting?.stop();
    waiting = null;
  };
  const become = (target: T | null) => {
    waiting = null;
    shown = target;
    if (target === null) close();
    else open(target);
  };
  const wait = (target: T | null) => {
    if (waiting !== null && is(waiting.target, target)) return;
    stop();
    waiting = { target, stop: later(() => become(target), target === null ? GRACE_MS : REST_MS) };
  };
  return {
    over(target) {
      under = target;
      if (target !== null && is(target, dismissed)) return;
      dismissed = null;
      if (is(target, shown)) stop();
      else wait(target);
    },
    onCard(onIt) {
      if (onIt) stop();
      else if (shown !== null) wait(null);
    },
    pressed() {
      stop();
      shown = null;
      dismissed = under;
    },
    dismiss(target) {
      stop();
      shown = null;
      dismissed = target;
    },
  };
}
