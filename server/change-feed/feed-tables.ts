import { bigint, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { users } from '../accounts/people-tables';

/** The last cursor given out per user. Its row lock orders writers, so that cursors commit in order and without gaps. */
export const feedHeads = pgTable('feed_heads', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  cursor: bigint('cursor', { mode: 'number' }).notNull(),
});

export const changes = pgTable(
  'changes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    cursor: bigint('cursor', { mode: 'number' }).notNull(),
    collection: text('collection').notNull(),
    itemId: text('item_id').notNull(),
    op: text('op', { enum: ['put', 'delete'] }).notNull(),
    item: jsonb('item'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.cursor] })],
);
