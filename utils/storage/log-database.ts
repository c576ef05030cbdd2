import { Dexie, type EntityTable } from 'dexie';
import type { LifecycleLine } from '@/utils/contract/lifecycle-line';

/** A row; ids count up, so that they tell how many there are at most. */
export interface LogRow extends LifecycleLine {
  readonly id: number;
}

interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
}

/** Append only: a version that has been released is never edited. Each has a test with a before and an after. */
export const LOG_MIGRATIONS: readonly Migration[] = [{ version: 1, stores: { lines: '++id, at' } }];

export class LogDatabase extends Dexie {
  declare readonly lines: EntityTable<LogRow, 'id'>;

  constructor(name = 'lifecycle-log', migrations: readonly Migration[] = LOG_MIGRATIONS) {
    super(name);
    for (const { version, stores } of migrations) this.version(version).stores({ ...stores });
  }
}
