import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import type { CallRecord } from '@/utils/contract/call-record';
import { appendChanges } from '../change-feed/change-feed';
import type { Database } from '../database/database';
import { rowsFor } from '../database/insert-rows';
import { callRecords } from './call-record-table';

/** Collection of the change feed; its items are utils/contract/call-record.ts. */
export const CALLS_COLLECTION = 'calls';

export interface OwnedCallRecord {
  readonly userId: string;
  readonly record: CallRecord;
}

export interface CallRecords {
  /** Inserts or replaces records and appends each to its user's feed, all or none. A record may be there once only. */
  put(records: readonly OwnedCallRecord[]): Promise<void>;
  /** Every user's record of a call. */
  byCallId(callId: string): Promise<OwnedCallRecord[]>;
  /** Newest first, at most `limit`, those that started before `before`. */
  list(userId: string, limit: number, before?: Date): Promise<CallRecord[]>;
}

type Row = typeof callRecords.$inferSelect;

/** Every column from the row that could not be inserted. */
const REPLACED = Object.fromEntries(Object.entries(getTableColumns(callRecords)).map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]));

export function createCallRecords(db: Database): CallRecords {
  return {
    async put(records) {
      if (records.length === 0) return;
      await db.transaction(async (tx) => {
        await tx
          .insert(callRecords)
          .select(rowsFor(callRecords, records.map(({ userId, record }) => ({ ...record, userId }))))
          .onConflictDoUpdate({ target: [callRecords.userId, callRecords.id], set: REPLACED });
        await appendChanges(
          tx,
          records.map(({ userId, record }) => ({ userId, collection: CALLS_COLLECTION, id: record.id, op: 'put', item: record })),
        );
      });
    },
    async byCallId(callId) {
      const rows = await db.select().from(callRecords).where(eq(callRecords.callId, callId));
      return rows.map((row) => ({ userId: row.userId, record: toRecord(row) }));
    },
    async list(userId, limit, before) {
      const rows = await db
        .select()
        .from(callRecords)
        .where(and(eq(callRecords.userId, userId), before && lt(callRecords.startedAt, before)))
        .orderBy(desc(callRecords.startedAt), desc(callRecords.id))
        .limit(limit);
      return rows.map(toRecord);
    },
  };
}

const toIso = (date: Date | null) => date?.toISOString() ?? null;

function toRecord({ userId: _, ...row }: Row): CallRecord {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    ringingAt: toIso(row.ringingAt),
    answeredAt: toIso(row.answeredAt),
    endedAt: toIso(row.endedAt),
  };
}
