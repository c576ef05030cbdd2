import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A phone answers a challenge within a round trip; older ones are `stale` and it simply tries again. ms. */
const NONCE_MS = 5 * 60_000;

export type NonceVerdict = 'fresh' | 'stale' | 'foreign';

/** Digest nonces (RFC 7616 3.3): signed instead of stored, so that asking for challenges costs the edge no memory. */
export interface Nonces {
  issue(): string;
  /** `foreign`: never issued by this edge. `stale`: expired, or its count did not rise (a replay). */
  use(nonce: string, count: number): NonceVerdict;
}

export function createNonces(now: () => number): Nonces {
  const secret = randomBytes(32);
  const lastCounts = new Map<string, { count: number; expiresAt: number }>();
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex').slice(0, 32);

  function issuedAt(nonce: string): number | null {
    const dot = nonce.lastIndexOf('.');
    const given = Buffer.from(nonce.slice(dot + 1));
    const expected = Buffer.from(sign(nonce.slice(0, Math.max(dot, 0))));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return parseInt(nonce, 36);
  }

  function forgetExpired(): void {
    for (const [nonce, { expiresAt }] of lastCounts) if (expiresAt < now()) lastCounts.delete(nonce);
  }

  return {
    issue() {
      const body = `${now().toString(36)}.${randomBytes(12).toString('hex')}`;
      return `${body}.${sign(body)}`;
    },
    use(nonce, count) {
      const issued = issuedAt(nonce);
      if (issued === null) return 'foreign';
      const expiresAt = issued + NONCE_MS;
      if (expiresAt < now()) return 'stale';
      const last = lastCounts.get(nonce)?.count ?? 0;
      if (count <= last) return 'stale';
      forgetExpired();
      lastCounts.set(nonce, { count, expiresAt });
      return 'fresh';
    },
  };
}
