import { and, desc, eq, lt } from 'drizzle-orm';
import type { CallRecord } from '@/utils/contract/call-record';
import { appendChanges } from '../change-feed/change-feed';
import type { Database } from '../database/database';
import { callRecords } from './call-record-table';

/** Collection of the change feed; its items are utils/contract/call-record.ts. */
export const CALLS_COLLECTION = 'calls';

export interface OwnedCallRecord {
  readonly userId: string;
  readonly record: CallRecord;
}

export interface CallRecords {
  /** Inserts or replaces one user's record and appends it to that user's feed, both or neither. */
  put(userId: string, record: CallRecord): Promise<void>;
  /** Every user's record of a call. */
  byCallId(callId: string): Promise<OwnedCallRecord[]>;
  /** Newest first, at most `limit`, those that started before `before`. */
  list(userId: string, limit: number, before?: Date): Promise<CallRecord[]>;
}

type Row = typeof callRecords.$inferSelect;

export function createCallRecords(db: Database): CallRecords {
  return {
    async put(userId, record) {
      const row = toRow(userId, record);
      await db.transaction(async (tx) => {
        await tx
          .insert(callRecords)
          .values(row)
          .onConflictDoUpdate({ target: [callRecords.userId, callRecords.id], set: row });
        await appendChanges(tx, [{ userId, collection: CALLS_COLLECTION, id: record.id, op: 'put', item: record }]);
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

const toDate = (iso: string | null) => (iso === null ? null : new Date(iso));
const toIso = (date: Date | null) => date?.toISOString() ?? null;

function toRow(userId: string, record: CallRecord): Row {
  return {
    ...record,
    userId,
    startedAt: new Date(record.startedAt),
    ringingAt: toDate(record.ringingAt),
    answeredAt: toDate(record.answeredAt),
    endedAt: toDate(record.endedAt),
  };
}

function toRecord({ userId: _, ...row }: Row): CallRecord {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    ringingAt: toIso(row.ringingAt),
    answeredAt: toIso(row.answeredAt),
    endedAt: toIso(row.endedAt),
  };
}
