import { signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';
import type { LifecycleLine } from '@/utils/contract/lifecycle-line';
import { logText } from './log-text';

/** The kept log, in the browser's database. */
export interface LogReader {
  read(now: number): Promise<LifecycleLine[]>;
  clear(): Promise<void>;
}

export interface LogSize {
  readonly lines: number;
  /** Of the file. */
  readonly bytes: number;
}

export interface LogModel {
  /** Null until it is known. */
  readonly size: ReadonlySignal<LogSize | null>;
  /** The database could not be read or written. */
  readonly failed: ReadonlySignal<boolean>;
  /** Reads how much there is. */
  load(): Promise<void>;
  /** The file's text as it is now; null when it cannot be read. */
  text(): Promise<string | null>;
  clear(): Promise<void>;
}

export function createLogModel(open: () => Promise<LogReader>, clock: Pick<Clock, 'now'>): LogModel {
  const size = signal<LogSize | null>(null);
  const failed = signal(false);

  const text = async () => {
    try {
      const lines = await (await open()).read(clock.now());
      const whole = logText(lines);
      size.value = { lines: lines.length, bytes: new TextEncoder().encode(whole).length };
      failed.value = false;
      return whole;
    } catch {
      failed.value = true;
      return null;
    }
  };
  return {
    size,
    failed,
    text,
    async load() {
      await text();
    },
    async clear() {
      try {
        await (await open()).clear();
      } catch {
        failed.value = true;
        return;
      }
      await text();
    },
  };
}
