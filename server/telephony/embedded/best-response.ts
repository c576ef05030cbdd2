/** Not worth telling a caller while another branch said something of use: challenges, and a server in trouble. */
const LAST = new Set([401, 407, 408, 487, 503]);

/**
 * The final status a caller should hear of what the branches answered, all 300 to 699 (RFC 3261 16.7 step 6):
 * a 6xx before all, else the lowest class; within it what tells most about the people called.
 */
export function bestStatus(statuses: readonly number[]): number {
  const global = statuses.find((status) => status >= 600);
  if (global !== undefined) return global;
  const rank = (status: number) => Math.floor(status / 100) * 1000 + (LAST.has(status) ? 900 : 0) + (status % 100);
  const [best = 480] = statuses.toSorted((a, b) => busyFirst(a) - busyFirst(b) || rank(a) - rank(b));
  return best;
}

/** A busy person is there: more than a phone that is not. */
const busyFirst = (status: number) => (status === 486 ? 0 : 1);
