import type { LifecycleLine } from '@/utils/contract/lifecycle-line';
import type { LogDatabase } from './log-database';

/** Milliseconds that lines are kept, and how many at most. */
export const LOG_AGE = 7 * 86_400_000;
export const LOG_LIMIT = 20_000;

export interface LogStore {
  /** Adds lines and lets go of what is too old or too much. `now`: epoch ms. */
  append(lines: readonly LifecycleLine[], now: number): Promise<void>;
  lastVersion(): Promise<string | null>;
  /** Oldest first, none older than {@link LOG_AGE}. */
  read(now: number): Promise<LifecycleLine[]>;
  clear(): Promise<void>;
}

export function createLogStore(database: LogDatabase, limit = LOG_LIMIT): LogStore {
  const { lines: table } = database;
  return {
    append: (lines, now) =>
      database.transaction('rw', table, async () => {
        const last = await table.bulkAdd([...lines]);
        await table.where('id').belowOrEqual(Number(last) - limit).delete();
        await table.where('at').below(now - LOG_AGE).delete();
      }),
    async lastVersion() {
      const started = await table.reverse().filter(({ message }) => message === 'phone host started').first();
      const version = started?.detail?.['version'];
      return typeof version === 'string' ? version : null;
    },
    async read(now) {
      const rows = await table.where('at').aboveOrEqual(now - LOG_AGE).sortBy('id');
      return rows.map(({ id: _, ...line }) => line);
    },
    clear: () => table.clear(),
  };
}
