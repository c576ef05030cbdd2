import { signal, type ReadonlySignal } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { entryOf, type HistoryDatabase } from './history-database';

export interface HistoryWatch {
  /** Newest first; null until the database has answered. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  dispose(): void;
}

/** The newest calls of one account, or all of them (`limit` null), kept up to date whichever page of the extension writes them. */
export function watchHistory(database: HistoryDatabase, account: string, limit: number | null): HistoryWatch {
  const entries = signal<readonly HistoryEntry[] | null>(null);
  // Forwards all rows come at once; backwards the database steps from one to the next.
  const newest = async () =>
    limit === null ? (await database.of(account).toArray()).reverse() : database.of(account).reverse().limit(limit).toArray();
  const following = liveQuery(newest).subscribe({
    next: (rows) => {
      entries.value = rows.map(entryOf);
    },
    error: () => {
      entries.value = [];
    },
  });
  return { entries, dispose: () => following.unsubscribe() };
}
