import { Dexie, type EntityTable, type Transaction } from 'dexie';
import type { Contact } from '@/utils/contract/contact';

/** A row: its numbers once more, as IndexedDB indexes them. */
export interface ContactRow extends Contact {
  readonly dials: readonly string[];
}

interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** Append only: a version that has been released is never edited. Each has a test with a before and an after. */
export const CONTACT_MIGRATIONS: readonly Migration[] = [{ version: 1, stores: { contacts: 'id, account, *dials' } }];

export class ContactsDatabase extends Dexie {
  declare readonly contacts: EntityTable<ContactRow, 'id'>;

  constructor(name = 'contacts', migrations: readonly Migration[] = CONTACT_MIGRATIONS) {
    super(name);
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
  }
}
