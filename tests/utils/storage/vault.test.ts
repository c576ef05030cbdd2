import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVault, type Vault } from '@/utils/storage/vault';

const SECRET = 'kR4ngel-hemligt-lösenord';
const schema = v.object({ password: v.string() });

let vault: Vault;
let name: string;
let made = 0;
beforeEach(async () => {
  name = `vault-${(made += 1)}`;
  vault = await openVault(name);
});
afterEach(() => vault.close());

/** Everything IndexedDB holds, read as bytes and as text. */
async function everythingStored(): Promise<string> {
  const database = await openDB(name);
  const parts: string[] = [];
  for (const store of database.objectStoreNames) {
    for (const value of await database.getAll(store)) parts.push(...readable(value));
  }
  database.close();
  return parts.join('\n');
}

function readable(value: unknown): string[] {
  if (value instanceof CryptoKey) return [];
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return [new TextDecoder('utf-8').decode(value), new TextDecoder('utf-16le').decode(value)];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => [key, ...readable(inner)]);
  return [String(value)];
}

describe('the vault', () => {
  it('gives back what was put in, after a restart too', async () => {
    await vault.write('account', { password: SECRET });
    vault.close();
    vault = await openVault(name);
    expect(await vault.read('account', schema)).toEqual({ password: SECRET });
  });

  it('stores nothing readable', async () => {
    await vault.write('account', { password: SECRET });
    const stored = await everythingStored();
    expect(stored).not.toBe('');
    expect(stored).not.toContain(SECRET);
    expect(stored).not.toContain('password');
  });

  it('keeps a key that cannot be taken out', async () => {
    const database = await openDB(name);
    const [key] = (await database.getAll('keys')) as CryptoKey[];
    database.close();
    expect(key?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
  });

  it('never seals the same way twice', async () => {
    const sealed = async () => {
      await vault.write('account', { password: SECRET });
      const database = await openDB(name);
      const stored = (await database.get('secrets', 'account')) as { sealed: ArrayBuffer };
      database.close();
      return Buffer.from(stored.sealed).toString('hex');
    };
    expect(await sealed()).not.toBe(await sealed());
  });

  it('does not take one secret for another, nor a tampered one', async () => {
    await vault.write('a', { password: SECRET });
    const database = await openDB(name);
    const stored = (await database.get('secrets', 'a')) as { iv: Uint8Array; sealed: ArrayBuffer };
    await database.put('secrets', stored, 'b');
    new Uint8Array(stored.sealed).set([1, 2, 3]);
    await database.put('secrets', stored, 'a');
    database.close();
    expect(await vault.read('b', schema)).toBeNull();
    expect(await vault.read('a', schema)).toBeNull();
  });

  it('says nothing is there when the shape is not the one expected', async () => {
    await vault.write('account', { pass: SECRET });
    expect(await vault.read('account', schema)).toBeNull();
    expect(await vault.read('other', schema)).toBeNull();
  });

  it('makes one key when two pages open it at once', async () => {
    const both = await Promise.all([openVault('vault-shared'), openVault('vault-shared')]);
    await both[0].write('x', { password: '1' });
    expect(await both[1].read('x', schema)).toEqual({ password: '1' });
    for (const one of both) one.close();
  });
});
