import { Dexie, type EntityTable, type Transaction } from 'dexie';
import { historyId, type HistoryEntry } from '@/utils/contract/history-entry';

/** A row: IndexedDB cannot index booleans. */
export type HistoryRow = Omit<HistoryEntry, 'unseen'> & { readonly unseen: 0 | 1 };

export const entryOf = (row: HistoryRow): HistoryEntry => ({ ...row, unseen: row.unseen === 1 });

/** What one account has put behind it in this browser. Epoch ms. */
export interface HistoryMark {
  readonly account: string;
  /** Missed calls that ended by then are not news. */
  readonly seenBy: number;
  /** Calls that ended by then were cleared; 0: never. */
  readonly clearedBy: number;
}

/** A call that was deleted: the server tells of it again when the account is signed in to again. */
export interface RemovedCall {
  readonly id: string;
  readonly account: string;
}

interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

type FirstRow = Omit<HistoryRow, 'toldBy'>;

/** Ids were Call-IDs. */
async function nameByAccount(transaction: Transaction): Promise<void> {
  const calls = transaction.table<FirstRow | HistoryRow, string>('calls');
  const rows = await calls.toArray();
  await calls.clear();
  await calls.bulkPut(rows.map((row) => ({ ...row, id: historyId(row.account, row.direction, row.id), toldBy: 'phone' })));
}

/** Append only: a version that has been released is never edited. Each has a test with a before and an after. */
export const HISTORY_MIGRATIONS: readonly Migration[] = [
  { version: 1, stores: { calls: 'id, startedAt, unseen' } },
  {
    version: 2,
    stores: { calls: 'id, [account+startedAt], [account+unseen]', marks: 'account', removed: 'id, account' },
    upgrade: nameByAccount,
  },
];

export class HistoryDatabase extends Dexie {
  declare readonly calls: EntityTable<HistoryRow, 'id'>;
  declare readonly marks: EntityTable<HistoryMark, 'account'>;
  declare readonly removed: EntityTable<RemovedCall, 'id'>;

  constructor(name = 'history', migrations: readonly Migration[] = HISTORY_MIGRATIONS) {
    super(name);
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
  }

  /** One account's calls, oldest first. */
  of(account: string) {
    return this.calls.where('[account+startedAt]').between([account, Dexie.minKey], [account, Dexie.maxKey]);
  }
}
