import { randomUUID } from 'node:crypto';
import { asc, count, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Me, Role } from '@/utils/contract/account-api';
import type { Person } from '@/utils/contract/person';
import type { Language } from '@/utils/contract/region';
import type { Database, Executor } from '../database/database';
import { hashPassword } from './password';
import { companies, users } from './people-tables';

export interface NewUser {
  readonly companyId: string;
  readonly name: string;
  readonly email: string | null;
  /** In clear; kept as argon2id. Null: the user cannot sign in yet. */
  readonly password: string | null;
  readonly role: Role;
  readonly extension: string;
  /** E.164 with plus. */
  readonly fixedNumber: string;
  readonly mobileNumber: string | null;
  readonly language: Language;
  readonly region: string;
}

/** A user with the company it belongs to, as the API shows it. */
export const personColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  company: { id: companies.id, name: companies.name },
  role: users.role,
  extension: users.extension,
  fixedNumber: users.fixedNumber,
  mobileNumber: users.mobileNumber,
  language: users.language,
  region: users.region,
};

export async function createCompany(db: Executor, name: string): Promise<string> {
  const id = randomUUID();
  await db.insert(companies).values({ id, name });
  return id;
}

/** Rejects when the e-mail, a number or the extension is taken. Returns the user's id. */
export async function createUser(db: Executor, { password, email, ...user }: NewUser): Promise<string> {
  const id = randomUUID();
  const passwordHash = password === null ? null : await hashPassword(password);
  await db.insert(users).values({ id, ...user, email: email?.toLowerCase() ?? null, passwordHash });
  return id;
}

export async function isEmpty(db: Executor): Promise<boolean> {
  const [row] = await db.select({ companies: count() }).from(companies);
  return row?.companies === 0;
}

export async function findUser(db: Executor, id: string): Promise<Me | null> {
  const [row] = await db.select(personColumns).from(users).innerJoin(companies, eq(companies.id, users.companyId)).where(eq(users.id, id));
  return row ?? null;
}

/** Everybody in the company this user belongs to; nobody of another one. */
export async function listPeople(db: Executor, userId: string): Promise<Person[]> {
  const self = alias(users, 'self');
  const { id, name, extension, fixedNumber, mobileNumber } = users;
  return db
    .select({ id, name, extension, fixedNumber, mobileNumber })
    .from(users)
    .innerJoin(self, eq(self.companyId, users.companyId))
    .where(eq(self.id, userId))
    .orderBy(asc(name), asc(id));
}

/** Id and password hash of the account, for sign-in only. */
export async function findAccount(db: Database, email: string): Promise<{ id: string; passwordHash: string | null } | null> {
  const [row] = await db.select({ id: users.id, passwordHash: users.passwordHash }).from(users).where(eq(users.email, email));
  return row ?? null;
}
