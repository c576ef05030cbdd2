import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './people-tables';

/** A signed-in browser. The token is kept as SHA-256 only. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    deviceName: text('device_name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** A SIP identity. The password is kept as HA1 only (RFC 2617 3.2.2.2), which binds it to the realm. */
export const devices = pgTable(
  'devices',
  {
    username: text('username').primaryKey(),
    ha1: text('ha1').notNull(),
    kind: text('kind', { enum: ['browser', 'desk', 'service', 'robot'] }).notNull(),
    /** Null for a service, which belongs to no user. */
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** Null for devices that no sign-in made. */
    sessionId: text('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    /** What its owner calls a desk phone. */
    name: text('name'),
    /** What an internal device is found again by. */
    internalName: text('internal_name').unique(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [index('devices_user').on(table.userId), index('devices_session').on(table.sessionId)],
);

/** Failed sign-ins in a row by account or by address; `key` is a SHA-256, so that no address is kept in clear. */
export const signInTries = pgTable('sign_in_tries', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastTryAt: timestamp('last_try_at', { withTimezone: true }).notNull(),
  blockedUntil: timestamp('blocked_until', { withTimezone: true }),
});
