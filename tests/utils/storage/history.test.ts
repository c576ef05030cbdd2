import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANNA, own } from '@/tests/support/call-records';
import { historyId, type HistoryEntry } from '@/utils/contract/history-entry';
import { HistoryDatabase, HISTORY_MIGRATIONS, type HistoryRow } from '@/utils/storage/history-database';
import { createHistoryStore, HISTORY_LIMIT } from '@/utils/storage/history-store';
import { PART, watchHistory } from '@/utils/storage/watch-history';

const BO = 'bo@example.se one.example.se';

const entry = (callId: string, startedAt: number, unseen = false, account = ANNA): HistoryEntry =>
  own({ id: historyId(account, 'incoming', callId), account, startedAt, endedAt: startedAt + 1000, unseen });
/** As the server tells it. */
const told = (...call: Parameters<typeof entry>): HistoryEntry => ({ ...entry(...call), toldBy: 'server' });
const ids = (entries: readonly { id: string }[] | null | undefined) => entries?.map(({ id }) => id.split(' ').at(-1));

let made = 0;
let database: HistoryDatabase;
beforeEach(() => {
  database = new HistoryDatabase(`history-${(made += 1)}`);
});
afterEach(() => database.close());

describe('the call history', () => {
  it.each([2, null])('is read newest first, and follows what another page writes (limit %s)', async (limit) => {
    const watch = watchHistory(database, ANNA, limit);
    expect(watch.entries.value).toBeNull();
    const host = createHistoryStore(database);
    for (const at of [1, 3, 2]) await host.keep(ANNA, [entry(`c${at}`, at, at === 3)]);
    await vi.waitFor(() => expect(ids(watch.entries.value)).toEqual(['c3', 'c2', 'c1'].slice(0, limit ?? 3)));
    expect(watch.entries.value?.[0]).toEqual(entry('c3', 3, true));
    watch.dispose();
  });

  it('is read in parts, of which a change reads only its own again', async () => {
    const count = 2 * PART + 300;
    // Some begin at the same time, also where a part ends.
    const times = Array.from({ length: count }, (_, at) => Math.floor(at / 3));
    const host = createHistoryStore(database);
    await host.keep(ANNA, [...times.map((at, n) => entry(`c${n}`, at)), entry('bo', 5, false, BO)]);
    const watch = watchHistory(database, ANNA, null);
    const lengths: (number | undefined)[] = [];
    const stop = watch.entries.subscribe((entries) => void lengths.push(entries?.length));
    await vi.waitFor(() => expect(watch.entries.value).toHaveLength(count), 10_000);
    expect(lengths.slice(0, 2)).toEqual([undefined, expect.closeTo(PART, -1)]);
    expect(watch.entries.value?.map(({ startedAt }) => startedAt)).toEqual(times.toReversed());
    let readAgain = 0;
    database.calls.hook('reading', (row: HistoryRow) => {
      readAgain += 1;
      return row;
    });
    await host.keep(ANNA, [{ ...told('c1', 0), name: 'Eva' }, entry('new', 5000)]);
    await vi.waitFor(() => expect(watch.entries.value).toHaveLength(count + 1));
    await vi.waitFor(() => expect(watch.entries.value?.find(({ id }) => id.endsWith(' c1'))?.name).toBe('Eva'));
    expect(ids(watch.entries.value?.slice(0, 1))).toEqual(['new']);
    expect(readAgain).toBeLessThan(PART + 500);
    stop();
    watch.dispose();
  });

  it('counts missed calls until they were looked at', async () => {
    const store = createHistoryStore(database);
    await store.keep(ANNA, [entry('c1', 1, true), entry('c2', 2, true), entry('c3', 3, false)]);
    expect(await store.unseenCount(ANNA)).toBe(2);
    await store.markSeen(ANNA);
    expect(await store.unseenCount(ANNA)).toBe(0);
    expect(await database.calls.count()).toBe(3);
  });

  it('joins what the phone and the server tell of one call, also in one go', async () => {
    const store = createHistoryStore(database);
    const server: HistoryEntry = { ...entry('c1', 1), name: 'Eva', toldBy: 'server' };
    await store.keep(ANNA, [entry('c1', 1), server, server]);
    await store.keep(ANNA, [server]);
    expect(await database.calls.toArray()).toEqual([{ ...entry('c1', 1), name: 'Eva', unseen: 0, toldBy: 'both' }]);
  });

  it('drops the oldest of an account beyond the limit', async () => {
    const store = createHistoryStore(database, 3);
    await store.keep(BO, [entry('bo', 1, false, BO)]);
    await store.keep(ANNA, [entry('c2', 2), entry('c4', 4), entry('c3', 3)]);
    await store.keep(ANNA, [entry('c5', 5), entry('c6', 6)]);
    expect(ids(await database.of(ANNA).toArray())).toEqual(['c4', 'c5', 'c6']);
    expect(ids(await database.of(BO).toArray())).toEqual(['bo']);
    expect(HISTORY_LIMIT).toBe(50_000);
  });

  it('has no news from before the account was first followed here', async () => {
    const store = createHistoryStore(database);
    await store.begin(ANNA, 5000);
    await store.keep(ANNA, [told('before', 3000, true), told('after', 4500, true)]);
    await store.begin(ANNA, 9000);
    await store.keep(ANNA, [told('later', 6000, true)]);
    expect(await store.unseenCount(ANNA)).toBe(2);
  });
});

describe('what was put away', () => {
  it('does not come back with the next sync when it was cleared, and what ended since stays', async () => {
    const store = createHistoryStore(database);
    await store.keep(ANNA, [entry('c1', 1000, true), entry('c2', 5000)]);
    await store.clear(ANNA, 3000);
    await store.keep(ANNA, [told('c1', 1000, true), told('earlier', 500), told('c3', 9000)]);
    expect(ids(await database.of(ANNA).toArray())).toEqual(['c2', 'c3']);
    await store.clear(ANNA, 1000);
    await store.keep(ANNA, [told('c1', 1000, true)]);
    expect([await database.calls.count(), await store.unseenCount(ANNA)]).toEqual([2, 0]);
  });

  it('does not come back when it was deleted', async () => {
    const store = createHistoryStore(database);
    await store.keep(ANNA, [entry('c1', 1, true), entry('c2', 2)]);
    await store.remove(ANNA, [entry('c1', 1).id]);
    await store.keep(ANNA, [told('c1', 1, true)]);
    expect(ids(await database.of(ANNA).toArray())).toEqual(['c2']);
    expect(await store.unseenCount(ANNA)).toBe(0);
  });
});

describe('of two people who use one browser', () => {
  it('is to each what they called themselves, and is put away by each for themselves', async () => {
    const store = createHistoryStore(database);
    await store.keep(ANNA, [entry('same call', 1, true)]);
    await store.keep(BO, [entry('same call', 1, true, BO), entry('bo', 2, true, BO)]);
    const watch = watchHistory(database, BO, 10);
    await vi.waitFor(() => expect(ids(watch.entries.value)).toHaveLength(2));
    watch.dispose();
    await store.markSeen(BO);
    expect([await store.unseenCount(ANNA), await store.unseenCount(BO)]).toEqual([1, 0]);
    await store.remove(BO, [entry('same call', 1).id]);
    await store.clear(BO, 9000);
    expect((await database.calls.toArray()).map(({ account }) => account)).toEqual([ANNA]);
  });
});

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(HISTORY_MIGRATIONS.map(({ version }) => version)).toEqual(HISTORY_MIGRATIONS.map((_, at) => at + 1));
  });

  it('1: from nothing to calls', async () => {
    const first = new HistoryDatabase(database.name, HISTORY_MIGRATIONS.slice(0, 1));
    expect(await Dexie.exists(first.name)).toBe(false);
    await first.open();
    expect(first.calls.schema.primKey.name).toBe('id');
    expect(first.calls.schema.indexes.map(({ name }) => name)).toEqual(['startedAt', 'unseen']);
    first.close();
  });

  it('2: calls are named by their account and found by account and time; nothing is put away yet', async () => {
    const before = new HistoryDatabase(database.name, HISTORY_MIGRATIONS.slice(0, 1));
    const row: Partial<HistoryRow> = { ...entry('c1', 1, true), unseen: 1 };
    delete (row as { toldBy?: string }).toldBy;
    await before.calls.bulkAdd([{ ...row, id: 'c1' }, { ...row, id: 'c2', direction: 'outgoing', startedAt: 2, unseen: 0 }] as HistoryRow[]);
    before.close();
    await database.open();
    expect(await database.of(ANNA).toArray()).toEqual([
      { ...row, id: `${ANNA} incoming c1`, toldBy: 'phone' },
      { ...row, id: `${ANNA} outgoing c2`, direction: 'outgoing', startedAt: 2, unseen: 0, toldBy: 'phone' },
    ]);
    expect(database.calls.schema.indexes.map(({ name }) => name)).toEqual(['[account+startedAt]', '[account+unseen]']);
    expect([await database.marks.count(), await database.removed.count()]).toEqual([0, 0]);
    expect(await createHistoryStore(database).unseenCount(ANNA)).toBe(1);
  });
});
