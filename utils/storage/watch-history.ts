import { signal, type ReadonlySignal } from '@preact/signals';
import { Dexie, liveQuery } from 'dexie';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { entryOf, type HistoryDatabase, type HistoryRow } from './history-database';

export interface HistoryWatch {
  /** Newest first; null until the database has answered. With all wanted they become more while the older ones are read. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  dispose(): void;
}

/** Rows read at once where all are wanted: few enough for a page to go on drawing between two of them. */
export const PART = 1000;

/** Calls that began at `lower` or later and before `upper`; epoch ms, or beyond all of them. */
interface Span {
  readonly lower: number | typeof Dexie.minKey;
  readonly upper: number | typeof Dexie.maxKey;
}

/** The newest calls of one account, or all of them (`limit` null), kept up to date whichever page of the extension writes them. */
export function watchHistory(database: HistoryDatabase, account: string, limit: number | null): HistoryWatch {
  const entries = signal<readonly HistoryEntry[] | null>(null);
  const parts: HistoryEntry[][] = [];
  const stops: (() => void)[] = [];
  let [read, disposed] = [false, false];

  /** While more is read, only when there is twice as much to show: each time the whole list is laid out. */
  const show = () => {
    const all = parts.flat();
    if (read || all.length >= 2 * (entries.peek()?.length ?? 0)) entries.value = all;
  };
  /** Resolves when it was read for the first time; what changes in it later is read again, and nothing else. */
  const follow = (rows: () => Promise<HistoryRow[]>) =>
    new Promise<void>((resolve) => {
      const at = parts.push([]) - 1;
      const hear = (now: readonly HistoryRow[]) => {
        parts[at] = now.map(entryOf);
        // Of the first reading whoever reads tells.
        if (read) show();
        resolve();
      };
      const following = liveQuery(rows).subscribe({ next: hear, error: () => hear([]) });
      stops.push(() => following.unsubscribe());
    });
  const within = ({ lower, upper }: Span) => database.calls.where('[account+startedAt]').between([account, lower], [account, upper], true, false);

  async function readAll(): Promise<void> {
    for (let span: Span = { lower: Dexie.minKey, upper: Dexie.maxKey }; !disposed; ) {
      const oldest = await within(span).reverse().offset(PART - 1).first();
      const part: Span = { ...span, lower: oldest?.startedAt ?? Dexie.minKey };
      // Forwards all rows come at once; backwards the database steps from one to the next.
      await follow(async () => (await within(part).toArray()).reverse());
      read = !oldest;
      show();
      if (!oldest) return;
      span = { ...span, upper: oldest.startedAt };
    }
  }

  async function readNewest(count: number): Promise<void> {
    await follow(() => database.of(account).reverse().limit(count).toArray());
    read = true;
    show();
  }

  void (limit === null ? readAll() : readNewest(limit)).catch(() => {
    read = true;
    show();
  });
  return {
    entries,
    dispose() {
      disposed = true;
      for (const stop of stops) stop();
    },
  };
}
