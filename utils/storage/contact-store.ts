import { Dexie, type ObservabilitySet } from 'dexie';
import * as v from 'valibot';
import { contactSchema, type Contact } from '@/utils/contract/contact';
import type { ContactBook, ContactNames } from '@/utils/core/adapters';
import type { ContactRow, ContactsDatabase } from './contacts-database';

export interface ContactStore {
  /** Whose number it is; the one that was changed last where several have it. */
  withNumber(account: string, number: string): Promise<Contact | null>;
  /** Adds it, or replaces the one of the same id. Rejects what is not valid. */
  save(contact: Contact): Promise<void>;
}

export function createContactStore(database: ContactsDatabase): ContactStore {
  return {
    async withNumber(account, number) {
      const rows = await database.contacts.where('dials').equals(number).filter((row) => row.account === account).toArray();
      return rows.sort(oldestFirst).map(contactOf).at(-1) ?? null;
    },
    async save(contact) {
      const valid = v.parse(contactSchema, contact);
      await database.contacts.put({ ...valid, dials: valid.numbers.map(({ number }) => number) });
    },
  };
}

/**
 * Names for the core: which number is whose, kept up to date whichever page of the extension writes. No liveQuery: it keeps what
 * changes in all other databases until something changes here, and the phone host stands for days.
 */
export function createContactBook(database: ContactsDatabase): ContactBook {
  const ours = `idb://${database.name}/${database.contacts.name}/`;
  return {
    follow(account, listener) {
      let [asked, following] = [0, true];
      const read = async () => {
        const mine = ++asked;
        const names = await database.contacts.where({ account }).toArray().then(namesOf, (): ContactNames => new Map());
        // A later change is being read already.
        if (following && mine === asked) listener(names);
      };
      const changed = (parts: ObservabilitySet) => {
        if (Object.keys(parts).some((part) => part.startsWith(ours))) void read();
      };
      Dexie.on.storagemutated.subscribe(changed);
      void read();
      return () => {
        following = false;
        Dexie.on.storagemutated.unsubscribe(changed);
      };
    },
  };
}

export function namesOf(rows: readonly ContactRow[]): ContactNames {
  const names = [...rows].sort(oldestFirst).flatMap(({ dials, name }) => dials.map((number) => [number, name] as const));
  return new Map(names);
}

const oldestFirst = (a: Contact, b: Contact) => a.updatedAt - b.updatedAt;

function contactOf({ dials: _, ...contact }: ContactRow): Contact {
  return contact;
}
