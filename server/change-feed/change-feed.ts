import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Change, ChangesResponse } from '@/utils/contract/change-feed';
import type { Database, Executor, Transaction } from '../database/database';
import { rowsFor } from '../database/insert-rows';
import { changes, feedHeads } from './feed-tables';

/** What a feature appends in the transaction that changes its own tables. */
export interface NewChange {
  readonly userId: string;
  readonly collection: string;
  readonly id: string;
  readonly op: 'put' | 'delete';
  /** The whole item for `put`, null for `delete`; serialisable. */
  readonly item: unknown;
}

/** Payload: the user's id. Sent by the database when the appending transaction commits, to every server node. */
export const FEED_CHANNEL = 'one_changes';

/**
 * Appends changes to their users' feeds. Cursors of one user follow each other without gaps in the order of
 * commit, because the row of the feed head stays locked until the transaction ends. Append all users' changes in
 * one call: heads are locked in one order, so that two transactions never wait for each other.
 */
export async function appendChanges(tx: Transaction, added: readonly NewChange[]): Promise<void> {
  if (added.length === 0) return;
  const counts = new Map<string, number>();
  for (const { userId } of added) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  const heads = await tx
    .insert(feedHeads)
    .values([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([userId, cursor]) => ({ userId, cursor })))
    .onConflictDoUpdate({ target: feedHeads.userId, set: { cursor: sql`${feedHeads.cursor} + excluded."cursor"` } })
    .returning({ userId: feedHeads.userId, cursor: feedHeads.cursor });
  const last = new Map(heads.map(({ userId, cursor }) => [userId, cursor - (counts.get(userId) ?? 0)]));
  const rows = added.map(({ userId, collection, id, op, item }) => {
    const cursor = (last.get(userId) ?? 0) + 1;
    last.set(userId, cursor);
    return { userId, cursor, collection, itemId: id, op, item };
  });
  await tx.insert(changes).select(rowsFor(changes, rows));
  await tx.execute(sql`select ${sql.join([...counts.keys()].map((userId) => sql`pg_notify(${FEED_CHANNEL}, ${userId})`), sql`, `)}`);
}

/** Cursor of the user's newest change; 0 before the first. */
export async function feedHead(db: Executor, userId: string): Promise<number> {
  const [row] = await db.select({ cursor: feedHeads.cursor }).from(feedHeads).where(eq(feedHeads.userId, userId));
  return row?.cursor ?? 0;
}

/**
 * At most `limit` changes after `since`. A cursor from the future (the database was restored from a backup)
 * starts over from the beginning, so that the client is never left without what it lacks.
 */
export async function readChanges(db: Database, userId: string, since: number, limit: number): Promise<ChangesResponse> {
  let after = since;
  let rows = await select(db, userId, after, limit + 1);
  if (rows.length === 0 && after > 0 && (await feedHead(db, userId)) < after) {
    after = 0;
    rows = await select(db, userId, after, limit + 1);
  }
  const page: Change[] = rows.slice(0, limit);
  return { changes: page, cursor: page.at(-1)?.cursor ?? after, more: rows.length > limit };
}

function select(db: Database, userId: string, after: number, limit: number): Promise<Change[]> {
  return db
    .select({ cursor: changes.cursor, collection: changes.collection, id: changes.itemId, op: changes.op, item: changes.item })
    .from(changes)
    .where(and(eq(changes.userId, userId), gt(changes.cursor, after)))
    .orderBy(asc(changes.cursor))
    .limit(limit);
}
