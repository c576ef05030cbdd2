import { createHash, randomBytes } from 'node:crypto';

/** AOR user part and digest user name: `d` and 20 hex digits (80 random bits: no two browsers meet). */
export function newDeviceUsername(): string {
  return `d${randomBytes(10).toString('hex')}`;
}

/** 192 random bits: HA1 is MD5, so the password itself must be beyond guessing. */
export function newDevicePassword(): string {
  return randomBytes(24).toString('base64url');
}

/** HA1 of RFC 2617 3.2.2.2, lower-case hex. */
export function ha1Of(username: string, realm: string, password: string): string {
  return createHash('md5').update(`${username}:${realm}:${password}`).digest('hex');
}
