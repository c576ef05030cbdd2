import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { DatabaseStartError, type OpenDatabase } from './database';
import { MIGRATIONS_FOLDER, refuseNewerDatabase } from './migrations';
import * as schema from './schema';

/** `folder` null keeps everything in memory, for tests. PGlite does not refuse a second opener: lock the folder first. */
export async function openPglite(folder: string | null): Promise<OpenDatabase> {
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 });
  const client = await PGlite.create(folder === null ? {} : { dataDir: folder }).catch((error: unknown) => {
    throw new DatabaseStartError(`The database in ${folder ?? 'memory'} could not be opened: ${String(error)}`);
  });
  const db = drizzle({ client, schema });
  try {
    await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
    await refuseNewerDatabase(db);
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    kind: 'pglite',
    db,
    // One process, one connection: nothing is ever missed.
    notifications: { listen: (channel, onPayload) => client.listen(channel, onPayload) },
    close: () => client.close(),
  };
}
