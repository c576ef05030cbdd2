import { readFileSync } from 'node:fs';

export interface RunUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whom a daemon runs as when this process is root: the first of `names` that exists on the machine.
 * Null when this process is not root: the daemon runs as the same user.
 */
export function runUser(names: readonly string[]): RunUser | null {
  if (process.getuid?.() !== 0) return null;
  const entries = new Map<string, RunUser>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) entries.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  for (const name of names) {
    const entry = entries.get(name);
    if (entry) return entry;
  }
  return null;
}
