import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { HistoryDatabase, HISTORY_MIGRATIONS } from '@/utils/storage/history-database';
import { createHistoryStore, HISTORY_LIMIT } from '@/utils/storage/history-store';
import { watchHistory } from '@/utils/storage/watch-history';

const ANNA = 'anna@example.se one.example.se';
const BO = 'bo@example.se one.example.se';

const entry = (id: string, startedAt: number, unseen = false): HistoryEntry => ({
  id,
  direction: 'incoming',
  number: '+46701740607',
  name: null,
  startedAt,
  answeredAt: null,
  endedAt: startedAt + 1000,
  reason: 'caller-cancelled',
  missed: true,
  unseen,
  account: ANNA,
});

let made = 0;
let database: HistoryDatabase;
beforeEach(() => {
  database = new HistoryDatabase(`history-${(made += 1)}`);
});
afterEach(() => database.close());

describe('the call history', () => {
  it('is read newest first, and follows what another page writes', async () => {
    const watch = watchHistory(database, ANNA, 2);
    expect(watch.entries.value).toBeNull();
    const host = createHistoryStore(database);
    for (const at of [1, 3, 2]) await host.add(entry(`c${at}`, at, at === 3));
    await vi.waitFor(() => expect(watch.entries.value?.map(({ id }) => id)).toEqual(['c3', 'c2']));
    expect(watch.entries.value?.[0]).toEqual(entry('c3', 3, true));
    watch.dispose();
  });

  it('counts missed calls until they were looked at', async () => {
    const store = createHistoryStore(database);
    await store.add(entry('c1', 1, true));
    await store.add(entry('c2', 2, true));
    await store.add(entry('c3', 3, false));
    expect(await store.unseenCount(ANNA)).toBe(2);
    await store.markSeen(ANNA);
    expect(await store.unseenCount(ANNA)).toBe(0);
    expect(await database.calls.count()).toBe(3);
  });

  it('keeps one row for a call that is written again', async () => {
    const store = createHistoryStore(database);
    await store.add(entry('c1', 1));
    await store.add({ ...entry('c1', 1), name: 'Eva' });
    expect(await database.calls.toArray()).toEqual([{ ...entry('c1', 1), name: 'Eva', unseen: 0 }]);
  });

  it('drops the oldest beyond the limit', async () => {
    await database.calls.bulkAdd(Array.from({ length: HISTORY_LIMIT }, (_, at) => ({ ...entry(`c${at}`, at), unseen: 0 as const })));
    await createHistoryStore(database).add(entry('newest', HISTORY_LIMIT + 1));
    expect(await database.calls.count()).toBe(HISTORY_LIMIT);
    expect(await database.calls.get('c0')).toBeUndefined();
    expect(await database.calls.get('newest')).toBeDefined();
  });

  it('is empty after clearing', async () => {
    const store = createHistoryStore(database);
    await store.add(entry('c1', 1, true));
    await store.clear(ANNA);
    expect([await database.calls.count(), await store.unseenCount(ANNA)]).toEqual([0, 0]);
  });
});

describe('of two people who use one browser', () => {
  it('is to each what they called themselves, and is cleared by each for themselves', async () => {
    const store = createHistoryStore(database);
    await store.add(entry('anna', 1, true));
    await store.add({ ...entry('bo', 2, true), account: BO });
    const watch = watchHistory(database, BO, 10);
    await vi.waitFor(() => expect(watch.entries.value?.map(({ id }) => id)).toEqual(['bo']));
    watch.dispose();
    await store.markSeen(BO);
    expect([await store.unseenCount(ANNA), await store.unseenCount(BO)]).toEqual([1, 0]);
    await store.clear(BO);
    expect((await database.calls.toArray()).map(({ id }) => id)).toEqual(['anna']);
  });
});

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(HISTORY_MIGRATIONS.map(({ version }) => version)).toEqual(HISTORY_MIGRATIONS.map((_, at) => at + 1));
  });

  it('1: from nothing to calls found by time and by unseen', async () => {
    expect(await Dexie.exists(database.name)).toBe(false);
    await database.open();
    const { calls } = database;
    expect(calls.schema.primKey.name).toBe('id');
    expect(calls.schema.indexes.map(({ name }) => name)).toEqual(['startedAt', 'unseen']);
  });

  it('carry rows of an older version over', async () => {
    const name = `history-${(made += 1)}`;
    const [first] = HISTORY_MIGRATIONS;
    if (!first) throw new Error('no first migration');
    const before = new HistoryDatabase(name, [first]);
    await before.calls.add({ ...entry('c1', 1), unseen: 1 });
    before.close();
    const upgrade = {
      version: 2,
      stores: { calls: 'id, startedAt, unseen, number' },
      upgrade: (transaction: { table(table: 'calls'): { toCollection(): { modify(change: object): PromiseLike<number> } } }) =>
        Promise.resolve(transaction.table('calls').toCollection().modify({ name: 'Okänd' })).then(() => undefined),
    };
    const after = new HistoryDatabase(name, [first, upgrade]);
    expect(await after.calls.where({ number: '+46701740607' }).toArray()).toEqual([{ ...entry('c1', 1), name: 'Okänd', unseen: 1 }]);
    after.close();
  });
});
