/** Not worth telling a caller while another branch said something of use: challenges, and a server in trouble. */
const LAST = new Set([401, 407, 408, 487, 503]);

/** Lower is better. Within a class a busy person comes first: more than a phone that is not there. */
function rank(status: number): number {
  const within = status === 486 ? 0 : 1 + (status % 100) + (LAST.has(status) ? 100 : 0);
  return Math.floor(status / 100) * 1000 + within;
}

/**
 * The final status a caller should hear of what the branches answered, all 300 to 699 (RFC 3261 16.7 step 6):
 * a 6xx before all, else the lowest class; within it what tells most about the people called.
 */
export function bestStatus(statuses: readonly number[]): number {
  const global = statuses.find((status) => status >= 600);
  const [best = 480] = statuses.toSorted((a, b) => rank(a) - rank(b));
  return global ?? best;
}
