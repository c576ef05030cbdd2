import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { sessions } from '../accounts/access-tables';
import { users } from '../accounts/people-tables';

/**
 * What a call was like at one device of one of its parties, as that device measured it. Beside the records, which are
 * written anew as the call goes on.
 */
export const callQuality = pgTable(
  'call_quality',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    callId: text('call_id').notNull(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
    summary: jsonb('summary').$type<QualitySummary>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.callId, table.sessionId] })],
);
