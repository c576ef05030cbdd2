import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as v from 'valibot';

interface VaultSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  secrets: { key: string; value: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } };
  plain: { key: string; value: unknown };
}

export interface Vault {
  /** Null when nothing is stored, or when what is stored cannot be opened or is not of this shape any more. */
  read<S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S> | null>;
  write(name: string, value: unknown): Promise<void>;
  clear(name: string): Promise<void>;
  /** For what is no secret: kept beside, in clear. */
  readPlain<S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S> | null>;
  writePlain(name: string, value: unknown): Promise<void>;
  close(): void;
}

const KEY = 'vault-key';

/**
 * Secrets at rest: AES-GCM-256 under a key that is made once in this browser profile and cannot be exported, so a copy
 * of a value without the profile's own key store is noise. A fresh 96-bit IV each time (NIST SP 800-38D, 8.2.2).
 */
export async function openVault(databaseName = 'vault'): Promise<Vault> {
  const database = await openDB<VaultSchema>(databaseName, 1, {
    upgrade(opened) {
      opened.createObjectStore('keys');
      opened.createObjectStore('secrets');
      opened.createObjectStore('plain');
    },
  });
  const key = await vaultKey(database);
  const bound = (name: string) => new TextEncoder().encode(name);
  return {
    async read(name, schema) {
      const stored = await database.get('secrets', name);
      if (stored === undefined) return null;
      try {
        // The name is authenticated with the value, so one secret cannot be passed off as another.
        const clear = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: stored.iv, additionalData: bound(name) },
          key,
          stored.sealed,
        );
        const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(clear)));
        return parsed.success ? parsed.output : null;
      } catch {
        return null;
      }
    },
    async write(name, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const clear = new TextEncoder().encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(name) }, key, clear);
      await database.put('secrets', { iv, sealed }, name);
    },
    clear: (name) => database.delete('secrets', name),
    async readPlain(name, schema) {
      const parsed = v.safeParse(schema, await database.get('plain', name));
      return parsed.success ? parsed.output : null;
    },
    async writePlain(name, value) {
      await database.put('plain', value, name);
    },
    close: () => database.close(),
  };
}

async function vaultKey(database: IDBPDatabase<VaultSchema>): Promise<CryptoKey> {
  const stored = await database.get('keys', KEY);
  if (stored !== undefined) return stored;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another page may have made one meanwhile: the first that was stored counts.
  const write = database.transaction('keys', 'readwrite');
  const first = await write.store.get(KEY);
  if (first === undefined) await write.store.put(made, KEY);
  await write.done;
  return first ?? made;
}
