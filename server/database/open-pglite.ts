import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Logger } from '@/utils/contract/logger';
import type { Notifications, OpenDatabase } from './database';
import { MIGRATIONS_FOLDER, refuseNewerDatabase } from './migrations';
import type { PgliteThread } from './pglite-thread';
import * as schema from './schema';

/** What PGlite has in its thread, brought to the present schema. */
export async function openPglite(starting: Promise<PgliteThread>, log: Logger): Promise<OpenDatabase> {
  const thread = await starting;
  // PGlite is one connection: what needs it waits for its turn here, transactions as a whole.
  const pool = new pg.Pool({ max: 1, idleTimeoutMillis: 0, user: 'postgres', database: 'postgres', stream: () => thread.connection });
  pool.on('error', (error) => log.error('the database has stopped', { error: error.message }));
  const close = async () => {
    await pool.end();
    await thread.close();
  };
  const db = drizzle({ client: pool, schema });
  try {
    await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
    await refuseNewerDatabase(db);
    return { kind: 'pglite', db, notifications: await notificationsOf(pool), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** They come with the answer to the statement that commits, before that answer is passed on. Nothing is ever missed. */
async function notificationsOf(pool: pg.Pool): Promise<Notifications> {
  const listeners = new Set<{ readonly channel: string; readonly onPayload: (payload: string) => void }>();
  const client = await pool.connect();
  client.on('notification', ({ channel, payload }) => {
    for (const listener of listeners) if (listener.channel === channel) listener.onPayload(payload ?? '');
  });
  client.release();
  return {
    live: true,
    async listen(channel, onPayload) {
      const listener = { channel, onPayload };
      listeners.add(listener);
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => {
        listeners.delete(listener);
        if (![...listeners].some((other) => other.channel === channel)) await pool.query(`unlisten ${pg.escapeIdentifier(channel)}`);
      };
    },
  };
}
