import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { CallRecord } from '@/utils/contract/call-record';
import { users } from '../accounts/people-tables';

/** One user's view of a call; utils/contract/call-record.ts says what each column means. */
export const callRecords = pgTable(
  'call_records',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    direction: text('direction', { enum: ['incoming', 'outgoing'] }).notNull(),
    number: text('number'),
    name: text('name'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    ringingAt: timestamp('ringing_at', { withTimezone: true }),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    status: integer('status'),
    endedBy: text('ended_by', { enum: ['caller', 'callee', 'server'] }),
    answeredBy: text('answered_by'),
    callId: text('call_id').notNull(),
    reasons: jsonb('reasons').$type<CallRecord['reasons']>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    index('call_records_call_id').on(table.callId),
    index('call_records_user_started').on(table.userId, table.startedAt),
  ],
);
