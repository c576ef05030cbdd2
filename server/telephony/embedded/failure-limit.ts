import type { Connection } from './connection';

/** Wrong passwords a connection may try at once. A person's phone tries one. */
const BURST = 10;
/** After that, one more try each. ms. */
const REFILL_MS = 6000;

/** Slows password guessing: a leaking bucket of tries per connection. */
export interface FailureLimit {
  /** Counts a try, before its outcome is known: tries sent all at once must not slip through. Seconds to wait, or 0. */
  take(connection: Connection): number;
  /** The try was none: the password was right, or only the nonce was old. */
  giveBack(connection: Connection): void;
}

export function createFailureLimit(now: () => number): FailureLimit {
  const buckets = new WeakMap<Connection, { tries: number; at: number }>();

  function level(connection: Connection): number {
    const bucket = buckets.get(connection);
    return bucket ? Math.max(0, bucket.tries - (now() - bucket.at) / REFILL_MS) : 0;
  }

  return {
    take(connection) {
      const tries = level(connection) + 1;
      if (tries > BURST) return Math.ceil(((tries - BURST) * REFILL_MS) / 1000);
      buckets.set(connection, { tries, at: now() });
      return 0;
    },
    giveBack(connection) {
      buckets.set(connection, { tries: Math.max(0, level(connection) - 1), at: now() });
    },
  };
}
