import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * From now on every temporary directory of this process and its children lies in one of this run's own, which is also
 * how what the run started is told from everybody else's. Returns its path.
 */
export function ownTemporaryDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'one-e2e-'));
  // Kamailio and rtpengine run as users of their own.
  chmodSync(dir, 0o755);
  process.env['TMPDIR'] = dir;
  return dir;
}

/** What runs at this moment with this directory in its command line, but this process. */
function runningOn(dir: string): { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return command.includes(dir) ? [{ pid, command: command.slice(0, 200) }] : [];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

/** Ends at once what has this in its command line. */
export function endThoseWith(part: string): void {
  for (const { pid } of runningOn(part)) end(pid);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its parent.
  }
}

export const commandsOn = (dir: string): string[] => runningOn(dir).map(({ command }) => command);

/** Network namespaces that were made from this directory and not removed. */
function namespacesOf(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    try {
      return name.startsWith('one-network-') ? [readFileSync(join(dir, name, 'namespace'), 'utf8')] : [];
    } catch {
      return []; // It could not be made.
    }
  });
}

/** With its links: a link ends with either of its ends, but a namespace only with the last program in it. */
export function removeNamespace(name: string): void {
  for (const link of readdirSync('/sys/class/net')) if (link === `${name}w` || link === `${name}c`) execFileSync('ip', ['link', 'delete', link]);
  execFileSync('ip', ['netns', 'delete', name]);
}

/** Ends what still runs on the directory and removes it; gives the command lines, and the namespaces, of what had been left. */
export function clearTemporaryDirectory(dir: string): string[] {
  const left = runningOn(dir);
  for (const { pid } of left) end(pid);
  const namespaces = namespacesOf(dir);
  for (const name of namespaces) removeNamespace(name);
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  return [...left.map(({ command }) => command), ...namespaces.map((name) => `network namespace ${name}`)];
}
