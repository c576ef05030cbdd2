import type { Clock } from '@/utils/contract/clock';
import type { LifecycleLine } from '@/utils/contract/lifecycle-line';
import type { Logger } from '@/utils/contract/logger';
import { lifecycleLine } from './lifecycle';
import type { LogLine } from './ring-logger';

/** Lines are written together, so that a busy second is one write. Milliseconds. */
export const GATHER = 1_000;
/** So many at most wait for a database that does not answer. */
const MOST_WAITING = 500;

/** Where lines are kept, bounded by age and number. */
export interface LifecycleStore {
  append(lines: readonly LifecycleLine[], now: number): Promise<void>;
  /** Version that the host last started with; null at first. */
  lastVersion(): Promise<string | null>;
}

export interface LifecycleLog {
  /** Takes every line; keeps those of {@link lifecycleLine}. */
  take(line: LogLine): void;
  /** First thing of a host: says that it started, and that the extension is another one than before. */
  begin(log: Logger, host: { readonly version: string; readonly browser: string }): Promise<void>;
}

/** The kept log. It never fails: a full or broken database costs lines, not calls. */
export function createLifecycleLog(store: LifecycleStore, clock: Pick<Clock, 'now' | 'after'>): LifecycleLog {
  let waiting: LifecycleLine[] = [];
  let gathering = false;

  async function write(): Promise<void> {
    const lines = waiting;
    waiting = [];
    await store.append(lines, clock.now()).catch(() => undefined);
    gathering = false;
    if (waiting.length > 0) gather();
  }
  function gather(): void {
    if (gathering) return;
    gathering = true;
    clock.after(GATHER, () => void write());
  }

  return {
    take(line) {
      const kept = lifecycleLine(line);
      if (kept === null || waiting.length >= MOST_WAITING) return;
      waiting.push(kept);
      gather();
    },
    async begin(log, { version, browser }) {
      const before = store.lastVersion().catch(() => null);
      log.info('phone host started', { version, browser });
      const from = await before;
      if (from !== null && from !== version) log.info('updated', { from, to: version });
    },
  };
}
