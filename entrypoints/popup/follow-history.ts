import { effect, type Signal } from '@preact/signals';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { HistoryDatabase } from '@/utils/storage/history-database';
import { watchHistory } from '@/utils/storage/watch-history';

/** Loaded after first paint: fills the list and keeps it up to date. */
export function followHistory(into: Signal<readonly HistoryEntry[] | null>, limit: number): void {
  const { entries } = watchHistory(new HistoryDatabase(), limit);
  effect(() => {
    into.value = entries.value;
  });
}
