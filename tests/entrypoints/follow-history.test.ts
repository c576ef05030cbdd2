import 'fake-indexeddb/auto';
import { effect, signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { followHistory } from '@/entrypoints/popup/follow-history';
import { account, entry } from '@/tests/components/support/phone-states';
import { historyOwner, type HistoryEntry } from '@/utils/contract/history-entry';
import type { AccountView } from '@/utils/contract/phone-state';
import { HistoryDatabase } from '@/utils/storage/history-database';
import { createHistoryStore } from '@/utils/storage/history-store';

it('shows the newest at once, and they stay while all are read', async () => {
  const database = new HistoryDatabase();
  const owner = historyOwner(account);
  await createHistoryStore(database).keep(owner, [1, 2, 3].map((at) => entry({ id: `c${at}`, startedAt: at, account: owner })));
  const into = signal<readonly HistoryEntry[] | null>(null);
  const seen: (number | null)[] = [];
  effect(() => void seen.push(into.value?.length ?? null));
  const [who, whole] = [signal<AccountView | null>(account), signal(false)];
  followHistory(into, { account: who, whole, newest: 2 });
  await vi.waitFor(() => expect(into.value?.map(({ id }) => id)).toEqual(['c3', 'c2']));
  whole.value = true;
  await vi.waitFor(() => expect(into.value).toHaveLength(3));
  who.value = null;
  expect(seen.filter((count, at) => count !== seen[at - 1])).toEqual([null, 2, 3, null]);
  database.close();
});
