import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Logger } from '@/utils/contract/logger';
import { DatabaseStartError, type OpenDatabase } from './database';
import { MIGRATIONS_FOLDER, refuseNewerDatabase } from './migrations';
import { listenOnPostgres } from './postgres-notifications';
import * as schema from './schema';

/** Any number that no other program uses on the same database: nodes starting together migrate one after the other. */
const MIGRATION_LOCK = 7_308_332;

export async function openPostgres(url: string, log: Logger): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    application_name: 'one-server',
  });
  // An idle connection that the database closed; the pool opens another.
  pool.on('error', (error) => log.warn('database connection lost', { error: error.message }));
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseStartError) throw error;
    throw new DatabaseStartError(`The database at DATABASE_URL could not be used: ${messageOf(error)}`);
  }
  const notifications = listenOnPostgres(url, log);
  return {
    kind: 'postgres',
    db: drizzle({ client: pool, schema }),
    notifications,
    async close() {
      await notifications.close();
      await pool.end();
    },
  };
}

async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzle({ client, schema });
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    try {
      await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
      await refuseNewerDatabase(db);
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    }
  } finally {
    client.release();
  }
}

/** node-postgres reports a refused connection to several addresses as an AggregateError without a message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
