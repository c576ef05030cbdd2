/** How many failures in a row are free, and how the wait grows after them. Times in milliseconds. */
export interface TryPolicy {
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a try the count starts over. */
  readonly forgetAfterMs: number;
}

const MINUTE = 60_000;

/** An account: five mistakes are human, after 30 wrong passwords there is one try in a quarter of an hour. */
export const ACCOUNT_POLICY: TryPolicy = Object.freeze({ free: 5, firstWaitMs: 1_000, longestWaitMs: 15 * MINUTE, forgetAfterMs: 60 * MINUTE });

/** An address may be a whole office: more is free, and only failures count. */
export const ADDRESS_POLICY: TryPolicy = Object.freeze({ free: 30, firstWaitMs: 1_000, longestWaitMs: 15 * MINUTE, forgetAfterMs: 60 * MINUTE });

/** Wait before the next try after `failures` in a row: doubles with every failure past the free ones. */
export function waitAfter(failures: number, policy: TryPolicy): number {
  if (failures < policy.free) return 0;
  return Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** Math.min(failures - policy.free, 30));
}
