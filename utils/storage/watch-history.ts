import { signal, type ReadonlySignal } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { HistoryDatabase } from './history-database';

export interface HistoryWatch {
  /** Newest first; null until the database has answered. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  dispose(): void;
}

/** The newest calls of one account, kept up to date whichever page of the extension writes them. */
export function watchHistory(database: HistoryDatabase, account: string, limit: number): HistoryWatch {
  const entries = signal<readonly HistoryEntry[] | null>(null);
  const newest = () => database.calls.orderBy('startedAt').reverse().filter((row) => row.account === account).limit(limit);
  const following = liveQuery(() => newest().toArray()).subscribe({
    next: (rows) => {
      entries.value = rows.map((row) => ({ ...row, unseen: row.unseen === 1 }));
    },
    error: () => {
      entries.value = [];
    },
  });
  return { entries, dispose: () => following.unsubscribe() };
}
