import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Daemons live here on Debian, where the PATH of an ordinary user does not look. */
const SYSTEM = ['/usr/local/sbin', '/usr/sbin', '/usr/local/bin', '/usr/bin'];

/** Absolute path of an executable, or null. */
export function findBinary(name: string, path: string | undefined): string | null {
  for (const folder of [...(path ?? '').split(delimiter).filter(Boolean), ...SYSTEM]) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return null;
}
