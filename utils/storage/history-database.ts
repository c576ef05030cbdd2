import { Dexie, type EntityTable, type Transaction } from 'dexie';
import type { HistoryEntry } from '@/utils/contract/history-entry';

/** A row: IndexedDB cannot index booleans. */
export type HistoryRow = Omit<HistoryEntry, 'unseen'> & { readonly unseen: 0 | 1 };

interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** Append only: a version that has been released is never edited. Each has a test with a before and an after. */
export const HISTORY_MIGRATIONS: readonly Migration[] = [{ version: 1, stores: { calls: 'id, startedAt, unseen' } }];

export class HistoryDatabase extends Dexie {
  declare readonly calls: EntityTable<HistoryRow, 'id'>;

  constructor(name = 'history', migrations: readonly Migration[] = HISTORY_MIGRATIONS) {
    super(name);
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
  }
}
