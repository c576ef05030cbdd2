import type { OpenDatabase } from '@/server/database/database';
import { openPostgres } from '@/server/database/open-postgres';
import { openNewPglite } from './pglite-template';
import { newPostgres } from './postgres-cluster';
import { silentLog } from './silent-log';

export interface TestDatabase extends OpenDatabase {
  /** Another node on the same database; PGlite has one node only and gives itself. */
  node(): Promise<OpenDatabase>;
}

/** Both databases the server runs on; the same tests run on each. */
export const DATABASES: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['PGlite', onPglite],
  ['Postgres', onPostgres],
];

async function onPglite(): Promise<TestDatabase> {
  const open = await openNewPglite();
  return { ...open, node: async () => ({ ...open, close: async () => undefined }) };
}

async function onPostgres(): Promise<TestDatabase> {
  const url = await newPostgres();
  return { ...(await openPostgres(url, silentLog)), node: () => openPostgres(url, silentLog) };
}
