import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LogDatabase } from '@/utils/storage/log-database';
import { createLogStore, LOG_AGE } from '@/utils/storage/log-store';
import type { LifecycleLine } from '@/utils/contract/lifecycle-line';

const NOW = 1_800_000_000_000;
const line = (at: number, message = 'registered', detail?: LifecycleLine['detail']): LifecycleLine => ({ at, level: 'info', message, ...(detail && { detail }) });

let made = 0;
let database: LogDatabase;
beforeEach(() => {
  database = new LogDatabase(`log-${(made += 1)}`);
});
afterEach(() => database.delete());

it('gives back what was kept, oldest first, in the order it came', async () => {
  const store = createLogStore(database);
  await store.append([line(NOW, 'call', { direction: 'incoming' }), line(NOW, 'call ended')], NOW);
  await store.append([line(NOW + 1)], NOW + 1);
  expect(await store.read(NOW + 1)).toEqual([line(NOW, 'call', { direction: 'incoming' }), line(NOW, 'call ended'), line(NOW + 1)]);
});

it('lets go of what is older than seven days, and shows none of it before that', async () => {
  const store = createLogStore(database);
  await store.append([line(NOW)], NOW);
  expect(await store.read(NOW + LOG_AGE + 1)).toEqual([]);
  await store.append([line(NOW + LOG_AGE + 1)], NOW + LOG_AGE + 1);
  expect(await database.lines.count()).toBe(1);
});

it('never holds more than its limit; the oldest go', async () => {
  const store = createLogStore(database, 10);
  for (let at = 0; at < 7; at++) await store.append([line(NOW + at * 2), line(NOW + at * 2 + 1)], NOW);
  const kept = await store.read(NOW);
  expect(kept.map(({ at }) => at - NOW)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
});

it('knows the version the host last started with', async () => {
  const store = createLogStore(database);
  expect(await store.lastVersion()).toBeNull();
  await store.append([line(NOW, 'phone host started', { version: '1.0' }), line(NOW, 'phone host started', { version: '1.1' }), line(NOW)], NOW);
  expect(await store.lastVersion()).toBe('1.1');
  await store.clear();
  expect(await store.read(NOW)).toEqual([]);
});
