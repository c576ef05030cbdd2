import { index, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

export const companies = pgTable('companies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Numbers are E.164 with plus; a number belongs to one user only, an extension to one user of a company. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    companyId: text('company_id')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Lower case; null for a user that cannot sign in. */
    email: text('email').unique(),
    /** argon2id in PHC format; null until a password is set. */
    passwordHash: text('password_hash'),
    role: text('role', { enum: ['admin', 'user'] }).notNull(),
    extension: text('extension').notNull(),
    fixedNumber: text('fixed_number').notNull().unique(),
    mobileNumber: text('mobile_number').unique(),
    language: text('language', { enum: ['sv', 'en'] }).notNull(),
    region: text('region').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique('users_company_extension').on(table.companyId, table.extension), index('users_company').on(table.companyId)],
);
