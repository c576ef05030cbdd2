import type { HistoryEntry, HistoryStore } from '@/utils/core/adapters';
import { joinCalls } from '@/utils/core/join-calls';
import { entryOf, type HistoryDatabase, type HistoryRow } from './history-database';

/** Rows kept of each account; the oldest go first. */
export const HISTORY_LIMIT = 50_000;

const rowOf = (entry: HistoryEntry): HistoryRow => ({ ...entry, unseen: entry.unseen ? 1 : 0 });

export function createHistoryStore(database: HistoryDatabase, limit = HISTORY_LIMIT): HistoryStore {
  const { calls, marks, removed } = database;
  const unseenOf = (account: string) => calls.where({ account, unseen: 1 });
  const markOf = async (account: string) => (await marks.get(account)) ?? { account, seenBy: 0, clearedBy: 0 };

  /** `entries` without those that were put away, as new here as they are. What the phone tells has just ended. */
  async function wanted(account: string, entries: readonly HistoryEntry[]): Promise<HistoryEntry[]> {
    const { seenBy, clearedBy } = await markOf(account);
    const gone = new Set((await removed.bulkGet(entries.map(({ id }) => id))).map((one) => one?.id));
    return entries
      .filter(({ id, endedAt, toldBy }) => toldBy === 'phone' || (endedAt > clearedBy && !gone.has(id)))
      .map((entry) => (entry.toldBy === 'phone' || entry.endedAt > seenBy ? entry : { ...entry, unseen: false }));
  }

  return {
    async begin(account, now) {
      if ((await marks.get(account)) === undefined) await marks.put({ account, seenBy: now, clearedBy: 0 });
    },
    keep: (account, entries) =>
      database.transaction('rw', calls, marks, removed, async () => {
        const told = await wanted(account, entries);
        const known = await calls.bulkGet(told.map(({ id }) => id));
        const rows = new Map(known.flatMap((row) => (row ? [[row.id, entryOf(row)]] : [])));
        for (const entry of told) rows.set(entry.id, joinCalls(rows.get(entry.id), entry));
        await calls.bulkPut([...rows.values()].map(rowOf));
        const surplus = (await database.of(account).count()) - limit;
        if (surplus > 0) await calls.bulkDelete(await database.of(account).limit(surplus).primaryKeys());
      }),
    async markSeen(account) {
      await unseenOf(account).modify({ unseen: 0 });
    },
    remove: (account, ids) =>
      database.transaction('rw', calls, removed, async () => {
        const own = await calls.where('id').anyOf(ids).and((row) => row.account === account).primaryKeys();
        await removed.bulkPut(own.map((id) => ({ id, account })));
        await calls.bulkDelete(own);
      }),
    clear: (account, endedBy) =>
      database.transaction('rw', calls, marks, async () => {
        const mark = await markOf(account);
        await marks.put({ ...mark, clearedBy: Math.max(mark.clearedBy, endedBy) });
        await database.of(account).and((row) => row.endedAt <= endedBy).delete();
      }),
    unseenCount: (account) => unseenOf(account).count(),
  };
}
