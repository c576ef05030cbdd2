import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIRECTORY_CHANNEL } from '@/server/accounts/directory-cache';
import { users } from '@/server/accounts/people-tables';
import { MIGRATIONS_FOLDER } from '@/server/database/migrations';
import { openPostgres } from '@/server/database/open-postgres';
import * as schema from '@/server/database/schema';
import { makeUser } from '../support/people';
import { newPostgres } from '../support/postgres-cluster';
import { silentLog } from '../support/silent-log';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'one-migrations-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A database as the version before migration `count` left it; `fill` puts something in. */
async function databaseBefore(count: number, fill: (db: ReturnType<typeof drizzle<typeof schema>>) => Promise<void>): Promise<string> {
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] };
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  const url = await newPostgres();
  const pool = new pg.Pool({ connectionString: url });
  const db = drizzle({ client: pool, schema });
  await migrate(db, { migrationsFolder: folder });
  await fill(db);
  await pool.end();
  return url;
}

test('0001: users stay, and from now on a change of users or devices is told', async () => {
  let user = '';
  const url = await databaseBefore(1, async (db) => {
    user = await makeUser(db, { name: 'Stays' });
  });
  const { db, notifications, close } = await openPostgres(url, silentLog);
  expect(await db.query.users.findMany()).toMatchObject([{ id: user, name: 'Stays' }]);
  let told = 0;
  await notifications.listen(DIRECTORY_CHANNEL, () => (told += 1), () => undefined);
  await db.update(users).set({ name: 'Moved' }).where(eq(users.id, user));
  await expect.poll(() => told).toBe(1);
  await db.insert(schema.devices).values({ username: 'd1', ha1: '', kind: 'service', userId: null, createdAt: new Date() });
  await expect.poll(() => told).toBe(2);
  await db.delete(users).where(eq(users.id, user));
  await expect.poll(() => told).toBeGreaterThan(2);
  await close();
});
