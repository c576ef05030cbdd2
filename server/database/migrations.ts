import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { DatabaseStartError, type Database } from './database';

/** Made by `drizzle-kit generate` from schema.ts; the same for PGlite and Postgres. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('migrations', import.meta.url));

const journalSchema = v.object({ entries: v.array(v.object({ when: v.number() })) });

/** Refuses a database that a newer version migrated: writing to it with an old schema could lose data. */
export async function refuseNewerDatabase(db: Database): Promise<void> {
  const journal = v.parse(journalSchema, JSON.parse(readFileSync(path.join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8')));
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const applied = sql<string | null>`(select max(created_at) from drizzle.__drizzle_migrations)`;
  const [row] = await db.select({ newest: applied.mapWith(Number) }).from(sql`(select 1) as one`);
  if (row && row.newest > newest)
    throw new DatabaseStartError('The database was made by a newer version of the One server. Start that version, or restore a backup.');
}
