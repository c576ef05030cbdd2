/** Time as the edge sees it. Every pending timer dies with the edge. */
export interface Timers {
  /** Epoch, ms. */
  now(): number;
  /** Runs once after `ms`; call the result to cancel. */
  after(ms: number, run: () => void): () => void;
  clear(): void;
}

/** RFC 3261 Timer B and F, 64*T1: how long the other side may stay silent. ms. */
export const TRANSACTION_MS = 32_000;
/** RFC 3261 Timer C: how long an INVITE within a dialog may stay without a final response. ms. */
export const INVITE_MS = 180_000;
/** How long a phone whose connection broke has to come back before what waits for it is given up. ms. */
export const RECONNECT_MS = 5000;
/** How long a request within a call waits for a phone that is changing its connection. Below the sender's Timer F. ms. */
export const RETURN_MS = 20_000;
/** A call of which no phone was reachable this long is over: both browsers are gone. ms. */
export const ABANDONED_MS = 60_000;
/** No call is longer; the record of a call that lost its BYE must end some day. ms. */
export const CALL_MS = 12 * 3600_000;
/** How long the One server may think about a call before the caller hears 503. ms. */
export const DECISION_MS = 3000;

export function createTimers(now: () => number = Date.now): Timers {
  const pending = new Set<NodeJS.Timeout>();
  return {
    now,
    after(ms, run) {
      const timer = setTimeout(() => {
        pending.delete(timer);
        run();
      }, ms);
      pending.add(timer);
      return () => {
        pending.delete(timer);
        clearTimeout(timer);
      };
    },
    clear() {
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
