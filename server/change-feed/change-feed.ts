import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Change, ChangesResponse } from '@/utils/contract/change-feed';
import type { Database, Executor, Transaction } from '../database/database';
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
  const userIds = [...new Set(added.map((change) => change.userId))].sort();
  for (const userId of userIds) {
    const list = added.filter((change) => change.userId === userId);
    const [head] = await tx
      .insert(feedHeads)
      .values({ userId, cursor: list.length })
      .onConflictDoUpdate({ target: feedHeads.userId, set: { cursor: sql`${feedHeads.cursor} + ${list.length}` } })
      .returning({ cursor: feedHeads.cursor });
    const before = (head?.cursor ?? 0) - list.length;
    await tx.insert(changes).values(
      list.map(({ collection, id, op, item }, index) => ({ userId, cursor: before + index + 1, collection, itemId: id, op, item })),
    );
    await tx.execute(sql`select pg_notify(${FEED_CHANNEL}, ${userId})`);
  }
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
