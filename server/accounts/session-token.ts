import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; sent once, at sign-in. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps. A plain hash is enough: the token is random, there is nothing to guess from a list. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
