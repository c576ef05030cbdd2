import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { historyOwner, type HistoryEntry } from '@/utils/contract/history-entry';
import type { AccountView } from '@/utils/contract/phone-state';
import { HistoryDatabase } from '@/utils/storage/history-database';
import { watchHistory } from '@/utils/storage/watch-history';

type Entries = readonly HistoryEntry[] | null;

/** Loaded after first paint: fills the list with the calls of who is signed in, and keeps it up to date. */
export function followHistory(into: Signal<Entries>, account: ReadonlySignal<AccountView | null>, limit: number): void {
  const database = new HistoryDatabase();
  const owner = computed(() => account.value && historyOwner(account.value));
  effect(() => {
    into.value = null;
    if (owner.value === null) return undefined;
    const { entries, dispose } = watchHistory(database, owner.value, limit);
    const stop = effect(() => {
      into.value = entries.value;
    });
    return () => {
      stop();
      dispose();
    };
  });
}
