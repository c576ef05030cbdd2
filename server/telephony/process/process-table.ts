import { readFileSync } from 'node:fs';

/**
 * When the process began, in clock ticks since boot: with the pid it names one process for good, since pids are used
 * again. Null when it is gone, or dead and not yet collected by its parent.
 * Source: proc(5), /proc/[pid]/stat fields 3 and 22.
 */
export function processStart(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    return state === 'Z' || state === 'X' ? null : Number(fields[19]);
  } catch {
    return null;
  }
}
