import type { HistoryStore } from '@/utils/core/adapters';
import type { HistoryDatabase } from './history-database';

/** Rows kept; the oldest go first. */
export const HISTORY_LIMIT = 2000;

export function createHistoryStore(database: HistoryDatabase): HistoryStore {
  const of = (account: string) => database.calls.filter((row) => row.account === account);
  const unseenOf = (account: string) => database.calls.where({ unseen: 1 }).filter((row) => row.account === account);
  return {
    async add(entry) {
      await database.calls.put({ ...entry, unseen: entry.unseen ? 1 : 0 });
      const surplus = (await database.calls.count()) - HISTORY_LIMIT;
      if (surplus > 0) await database.calls.bulkDelete(await database.calls.orderBy('startedAt').limit(surplus).primaryKeys());
    },
    async markSeen(account) {
      await unseenOf(account).modify({ unseen: 0 });
    },
    async clear(account) {
      await of(account).delete();
    },
    unseenCount: (account) => unseenOf(account).count(),
  };
}
