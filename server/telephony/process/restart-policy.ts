/** A daemon that ran this long was well; the next crash counts as the first. Milliseconds. */
export const WELL_AFTER_MS = 60_000;

/** Wait before the restart after the `crashes`-th crash in a row (1, 2, ...): 50 ms doubling to 10 s. */
export function restartDelay(crashes: number): number {
  return Math.min(50 * 2 ** Math.max(0, crashes - 1), 10_000);
}
