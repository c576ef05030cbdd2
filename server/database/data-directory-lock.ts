import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const LOCK_FILE = 'server.lock';
const lockSchema = v.object({ pid: v.pipe(v.number(), v.integer(), v.minValue(1)), processStart: v.nullable(v.string()), nonce: v.string() });
type LockContent = v.InferOutput<typeof lockSchema>;

export interface DataDirectoryLock {
  release(): void;
}

export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(
      `Another One server (process ${pid}) uses the data directory ${directory}. ` +
        'Stop it first, or give this server a directory of its own with ONE_DATA_DIR.',
    );
  }
}

/**
 * Makes this process the only One server on `directory`. The lock of a process that is gone is taken over.
 * Throws DataDirectoryInUse.
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, LOCK_FILE);
  const mine = JSON.stringify({ pid: process.pid, processStart: startOf(process.pid), nonce: randomUUID() } satisfies LockContent);
  for (;;) {
    if (placeWhole(file, mine)) break;
    const found = readIfThere(file);
    if (found === null) continue;
    const holder = parse(found);
    if (holder !== null && isRunning(holder)) throw new DataDirectoryInUse(directory, holder.pid);
    removeStale(file, found);
  }
  return {
    release() {
      if (readIfThere(file) === mine) rmSync(file, { force: true });
    },
  };
}

/** A hard link appears with its whole content or not at all, and never replaces another file. */
function placeWhole(file: string, content: string): boolean {
  const whole = `${file}.${randomUUID()}`;
  writeFileSync(whole, content, { mode: 0o600 });
  try {
    linkSync(whole, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(whole);
  }
}

/** Two servers may find the same stale lock: the one whose rename took the other's new lock puts it back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = readIfThere(aside);
  if (taken !== null && taken !== stale) placeWhole(file, taken);
  rmSync(aside, { force: true });
}

function isRunning({ pid, processStart }: LockContent): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (codeOf(error) !== 'EPERM') return false;
  }
  const start = startOf(pid);
  // A process number is given out again, in a container even at once: the start time tells the two apart.
  return start !== 'dead' && (start === null || processStart === null || start === processStart);
}

/**
 * Start time in clock ticks after boot with the boot's id (proc(5), field 22); null where there is no /proc;
 * `dead` for a process that ended and that nobody has waited for.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return 'dead';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

function parse(text: string): LockContent | null {
  try {
    return v.parse(lockSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
