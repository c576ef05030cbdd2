import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type * as schema from './schema';

type Schema = typeof schema;

/** PGlite and Postgres behind one type: repositories cannot tell which. */
export type Database = PgDatabase<PgQueryResultHKT, Schema>;
export type Transaction = PgTransaction<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
/** Where a single statement may run: inside a caller's transaction or by itself. */
export type Executor = Database | Transaction;

/** LISTEN/NOTIFY, which both databases have: what reaches every server node after a commit. */
export interface Notifications {
  /** False while the listening connection is lost: what happens now is not heard of. */
  readonly live: boolean;
  /**
   * `onMissed` is called when the listening connection was lost and is back: payloads may have been missed.
   * Returns the way to stop.
   */
  listen(channel: string, onPayload: (payload: string) => void, onMissed: () => void): Promise<() => Promise<void>>;
}

export interface OpenDatabase {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Database;
  readonly notifications: Notifications;
  close(): Promise<void>;
}

/** The database cannot be used; the message is for the person who starts the server. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}
