import { createCompany, createUser, type NewUser } from '@/server/accounts/people';
import type { Database } from '@/server/database/database';

let made = 0;

/** A user nobody else shares an address or a number with; `changes` says what matters to the test. */
export async function makeUser(db: Database, changes: Partial<NewUser> = {}): Promise<string> {
  made += 1;
  const companyId = changes.companyId ?? (await createCompany(db, `Company ${made}`));
  return createUser(db, {
    companyId,
    name: `User ${made}`,
    email: `user${made}@one.example`,
    password: null,
    role: 'user',
    extension: String(100 + made),
    fixedNumber: `+4684650${String(40_000 + made)}`,
    mobileNumber: null,
    language: 'sv',
    region: 'SE',
    ...changes,
  });
}
