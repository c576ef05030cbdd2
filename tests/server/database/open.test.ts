import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompany, isEmpty } from '@/server/accounts/people';
import { DatabaseStartError } from '@/server/database/database';
import { MIGRATIONS_FOLDER } from '@/server/database/migrations';
import { openDatabase } from '@/server/database/open';
import { openPostgres } from '@/server/database/open-postgres';
import { DEMO_USERS, seedDemoCompany } from '@/server/demo/company';
import { newPostgres } from '../support/postgres-cluster';
import { silentLog } from '../support/silent-log';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'one-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Turns of this thread until the work is done. */
async function turnsDuring(work: PromiseLike<unknown>): Promise<number> {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 5);
  await work;
  clearInterval(turning);
  return turns;
}

describe.each([
  ['PGlite', async () => null],
  ['Postgres', newPostgres],
])('a database on %s', (_name, newUrl) => {
  test('keeps what was stored, is seeded once, and is refused when a newer version made it', async () => {
    const url = await newUrl();
    const open = () => openDatabase({ dataDir: folder, url }, silentLog);
    const first = await open();
    expect(await isEmpty(first.db)).toBe(true);
    expect(await seedDemoCompany(first.db)).toBe(true);
    await first.close();

    const second = await open();
    expect(await seedDemoCompany(second.db)).toBe(false);
    expect(await second.db.query.users.findMany()).toHaveLength(DEMO_USERS.length);
    // PGlite works in a thread of its own: this one goes on while it does.
    expect(await turnsDuring(second.db.execute(sql`select count(*) from generate_series(1, 3000000)`))).toBeGreaterThan(3);
    await second.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 99999999999999)`);
    await second.close();
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseStartError);
    expect(String(refused)).toMatch(/newer version/);
  }, 120_000);
});

test('nodes that start at the same time on an empty Postgres migrate it once', async () => {
  const url = await newPostgres();
  const nodes = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url, silentLog)));
  const [first] = nodes;
  const { rows } = (await first?.db.execute(sql`select count(*)::int as count from drizzle.__drizzle_migrations`)) as { rows: { count: number }[] };
  expect(rows[0]?.count).toBe(readdirSync(MIGRATIONS_FOLDER).filter((name) => name.endsWith('.sql')).length);
  await Promise.all(nodes.map((node) => node.close()));
});

test('a Postgres that cannot be reached is said plainly, without the password', async () => {
  const opening = openPostgres('postgres://one:hunter2@127.0.0.1:1/one', silentLog);
  await expect(opening).rejects.toThrow(/DATABASE_URL could not be used: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow(/hunter2/);
});

test('a lost notification connection comes back, and listeners learn that they may have missed something', async () => {
  const open = await openPostgres(await newPostgres(), silentLog);
  const payloads: string[] = [];
  let missed = 0;
  await open.notifications.listen('news', (payload) => payloads.push(payload), () => (missed += 1));
  const notify = (text: string) => open.db.execute(sql`select pg_notify('news', ${text})`);
  await notify('before');
  await expect.poll(() => payloads).toEqual(['before']);
  await open.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'one-server-listen'`);
  await expect.poll(() => missed).toBe(1);
  await notify('after');
  await expect.poll(() => payloads).toEqual(['before', 'after']);
  await open.close();
});

test('a company that somebody made keeps the demo away', async () => {
  const open = await openPostgres(await newPostgres(), silentLog);
  await createCompany(open.db, 'Riktiga bolaget AB');
  expect(await seedDemoCompany(open.db)).toBe(false);
  await open.close();
});

test('a PGlite folder that holds no database is said plainly', async () => {
  const dataDir = path.join(folder, 'broken');
  mkdirSync(path.join(dataDir, 'database'), { recursive: true });
  writeFileSync(path.join(dataDir, 'database', 'PG_VERSION'), '3');
  await expect(openDatabase({ dataDir, url: null }, silentLog)).rejects.toThrow(DatabaseStartError);
});
