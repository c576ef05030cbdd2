import path from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import type { OpenDatabase } from './database';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';

export interface DatabaseLocation {
  /** Holds PGlite's files where no `url` is given; the caller has locked it. */
  readonly dataDir: string;
  /** `postgres://…`, or null for PGlite. */
  readonly url: string | null;
}

/** Opens the database and brings it to the present schema. Rejects with DatabaseStartError. */
export function openDatabase(location: DatabaseLocation, log: Logger): Promise<OpenDatabase> {
  return location.url === null
    ? openPglite(path.join(location.dataDir, 'database'), log)
    : openPostgres(location.url, log);
}
