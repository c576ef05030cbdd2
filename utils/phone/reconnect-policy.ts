/** Everything about when to try again. Pure: times in milliseconds, `random` in [0, 1). */

/** First tries come quickly: a cut socket with its server up is mended within a second. */
const BASE = 400;
/** While an edge restarts, no try lies further away than this, so that its return is noticed within 3 s. */
const SOON_CAP = 2_000;
/** So many tries at most {@link SOON_CAP} apart, then at most {@link LATE_CAP}: a network one must sign in to first tells nobody when it lets through. */
const SOON_TRIES = 90;
const LATE_CAP = 6_000;

/**
 * Delay before try number `attempt` (0 is the first after a loss): full jitter under an exponential cap, so that a
 * thousand phones that lost the same edge do not come back in step. 0 to 6 000 ms.
 */
export function reconnectDelay(attempt: number, random: number): number {
  if (attempt <= 0) return Math.round(random * BASE * 0.5);
  const cap =
    attempt < SOON_TRIES ? Math.min(SOON_CAP, BASE * 2 ** Math.min(attempt, 20)) : LATE_CAP;
  return Math.round(random * cap);
}

/**
 * After refused credentials the phone waits for the user; in case the registrar was wrong it asks again after 10 to 20
 * minutes, then at most every hour or two. A registrar that locks accounts out after a few failures is not provoked.
 */
export function rejectedDelay(attempt: number, random: number): number {
  const base = Math.min(600_000 * 2 ** Math.min(attempt, 20), 3_600_000);
  return Math.round(base * (1 + random));
}

/** When to register again, before `expires` seconds have passed (RFC 3261 section 10.2.4): at 60 to 80 % of them. */
export function refreshDelay(expires: number, random: number): number {
  return Math.round(Math.max(expires, 10) * 1_000 * (0.6 + 0.2 * random));
}

/** A clock that should tick every `period` ms and slept longer than this between ticks belongs to a machine that slept. */
export function isWake(sinceLastTick: number, period: number): boolean {
  return sinceLastTick > period + 15_000 || sinceLastTick < -60_000;
}

/** How one address of a server has fared. */
export interface AddressRecord {
  /** Tries that failed in a row. */
  readonly failures: number;
  /** Epoch ms; not to be tried before. */
  readonly notBefore: number;
}

/**
 * Which of several addresses is tried next, and when (epoch ms, not before `now`): the one whose time comes first. Of those whose time
 * has come the first in order, except that the one tried last stands behind all others, so that they are tried at once when it dies.
 */
export function nextAddress(records: readonly AddressRecord[], last: number, now: number): { readonly index: number; readonly at: number } {
  const open = records.map(({ notBefore }, index) => ({ index, at: Math.max(notBefore, now) }));
  const [first = { index: 0, at: now }] = open.sort((one, other) => one.at - other.at || Number(one.index === last) - Number(other.index === last) || one.index - other.index);
  return first;
}
