import type { OpenDatabase } from '@/server/database/database';
import { openPglite } from '@/server/database/open-pglite';
import { startPgliteThread } from '@/server/database/pglite-thread';
import { openPostgres } from '@/server/database/open-postgres';
import { silentLog } from './silent-log';
import { startPostgresCluster } from './postgres-cluster';

export interface TestDatabase extends OpenDatabase {
  /** Another node on the same database; PGlite has one node only and gives itself. */
  node(): Promise<OpenDatabase>;
}

/** Both databases the server runs on; the same tests run on each. */
export const DATABASES: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['PGlite', inMemory],
  ['Postgres', inCluster],
];

async function inMemory(): Promise<TestDatabase> {
  const open = await openPglite(startPgliteThread(null), silentLog);
  return { ...open, node: async () => ({ ...open, close: async () => undefined }) };
}

async function inCluster(): Promise<TestDatabase> {
  const cluster = await startPostgresCluster();
  const url = await cluster.newDatabase();
  const open = await openPostgres(url, silentLog);
  return {
    ...open,
    node: () => openPostgres(url, silentLog),
    async close() {
      await open.close();
      await cluster.stop();
    },
  };
}
