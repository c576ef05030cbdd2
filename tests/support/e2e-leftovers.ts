import { readdirSync, readFileSync } from 'node:fs';

/** Directories the harness makes; whatever runs on one of them was started by it. */
const OURS = /one-(chromium|firefox|server)-\w{6}/;

/** Processes the suites started that still run. */
export function leftovers(): { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 200);
      return OURS.test(command) ? [{ pid, command }] : [];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}
