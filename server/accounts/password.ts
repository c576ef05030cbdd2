import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Checks in the same time whether or not there is a password, so that nobody learns which accounts exist. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody()), password.normalize('NFKC'));
  return matches && stored !== null;
}

let hashOfNobody: Promise<string> | null = null;
function nobody(): Promise<string> {
  return (hashOfNobody ??= hashPassword('a password that belongs to nobody'));
}

/** Makes the comparison hash ahead of the first sign-in, which would be slower than the next otherwise. */
export async function preparePasswordChecks(): Promise<void> {
  await nobody();
}
