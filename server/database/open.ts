import path from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import type { OpenDatabase } from './database';
import { startPgliteThread } from './pglite-thread';

export interface DatabaseLocation {
  /** Holds PGlite's files where no `url` is given; the caller has locked it. */
  readonly dataDir: string;
  /** `postgres://…`, or null for PGlite. */
  readonly url: string | null;
}

/** Opens the database and brings it to the present schema. Rejects with DatabaseStartError. */
export async function openDatabase({ dataDir, url }: DatabaseLocation, log: Logger): Promise<OpenDatabase> {
  if (url !== null) return (await import('./open-postgres')).openPostgres(url, log);
  // The database opens in its thread while this one reads the code that talks to it.
  const thread = startPgliteThread(path.join(dataDir, 'database'));
  thread.catch(() => undefined);
  return (await import('./open-pglite')).openPglite(thread, log);
}
