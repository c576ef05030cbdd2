import { createHash } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database';
import { signInTries } from './access-tables';
import { ACCOUNT_POLICY, ADDRESS_POLICY, waitAfter, type TryPolicy } from './try-delay';

/** A try that was counted as failed until it is given back. */
export interface CountedTry {
  readonly email: string;
  readonly address: string;
  /** The wait this try itself laid on its address. */
  readonly addressBlockedUntil: Date | null;
}

export interface SignInLimits {
  /**
   * Counts a try as failed before the password is looked at, so that many at once cannot slip through.
   * With `retryAfter` (seconds) nothing was counted and the password must not be looked at.
   */
  take(email: string, address: string): Promise<{ counted: CountedTry } | { retryAfter: number }>;
  /** The password was right: the account starts over, and the address gets this try back. */
  giveBack(counted: CountedTry): Promise<void>;
  /** Removes what no longer counts. */
  forgetOld(): Promise<void>;
}

export function createSignInLimits(db: Database, now: () => number): SignInLimits {
  return {
    take(email, address) {
      return db.transaction(async (tx) => {
        // Always in this order, so that two tries never wait for each other.
        const byAddress = await lockedTries(tx, addressKey(address), ADDRESS_POLICY, now());
        const byAccount = await lockedTries(tx, accountKey(email), ACCOUNT_POLICY, now());
        const waitMs = Math.max(byAddress.waitMs, byAccount.waitMs);
        if (waitMs > 0) return { retryAfter: Math.ceil(waitMs / 1000) };
        await count(tx, byAccount, ACCOUNT_POLICY, now());
        const addressBlockedUntil = await count(tx, byAddress, ADDRESS_POLICY, now());
        return { counted: { email, address, addressBlockedUntil } };
      });
    },
    async giveBack({ email, address, addressBlockedUntil }) {
      await db.transaction(async (tx) => {
        // Only this try and its own wait: a right password must not free an address that guesses at other accounts.
        await tx
          .update(signInTries)
          .set({
            failures: sql`greatest(${signInTries.failures} - 1, 0)`,
            blockedUntil: sql`nullif(${signInTries.blockedUntil}, ${addressBlockedUntil?.toISOString() ?? null}::timestamptz)`,
          })
          .where(eq(signInTries.key, addressKey(address)));
        await tx.delete(signInTries).where(eq(signInTries.key, accountKey(email)));
      });
    },
    async forgetOld() {
      const longest = Math.max(ACCOUNT_POLICY.forgetAfterMs, ADDRESS_POLICY.forgetAfterMs);
      await db.delete(signInTries).where(lt(signInTries.lastTryAt, new Date(now() - longest)));
    },
  };
}

interface LockedTries {
  readonly key: string;
  readonly failures: number;
  readonly waitMs: number;
}

async function lockedTries(tx: Transaction, key: string, policy: TryPolicy, now: number): Promise<LockedTries> {
  await tx.insert(signInTries).values({ key, failures: 0, lastTryAt: new Date(now) }).onConflictDoNothing();
  const [row] = await tx.select().from(signInTries).where(eq(signInTries.key, key)).for('update');
  if (!row || now - row.lastTryAt.getTime() > policy.forgetAfterMs) return { key, failures: 0, waitMs: 0 };
  return { key, failures: row.failures, waitMs: Math.max(0, (row.blockedUntil?.getTime() ?? 0) - now) };
}

async function count(tx: Transaction, tries: LockedTries, policy: TryPolicy, now: number): Promise<Date | null> {
  const failures = tries.failures + 1;
  const waitMs = waitAfter(failures, policy);
  const blockedUntil = waitMs > 0 ? new Date(now + waitMs) : null;
  await tx.update(signInTries).set({ failures, lastTryAt: new Date(now), blockedUntil }).where(eq(signInTries.key, tries.key));
  return blockedUntil;
}

const keyOf = (kind: string, value: string) => createHash('sha256').update(`${kind}:${value}`).digest('hex');
const accountKey = (email: string) => keyOf('account', email);

/** IPv6 by its /64, which one subscriber has whole. */
function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return keyOf('address', plain.includes(':') ? ipv6Network(plain) : plain);
}

function ipv6Network(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = address.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
