import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccount, findUser } from '@/server/accounts/people';
import { checkPassword } from '@/server/accounts/password';
import { makeCompany, readNewCompany, SetupError } from '@/server/setup/new-company';
import { DATABASES, type TestDatabase } from '@/tests/server/support/databases';

const answers = { company: 'Nordbygg AB', name: 'Karin Nyström', email: 'Karin@Nordbygg.example', number: '08-465 004 04' };
const PASSWORD = 'ett-langt-losenord';

describe('what the administrator of a new company is asked', () => {
  it('takes a number as people write it', () => {
    expect(readNewCompany(answers, PASSWORD)).toMatchObject({ fixedNumber: '+46846500404', extension: '101', language: 'sv', region: 'SE' });
  });

  it('names everything that is wrong at once', () => {
    const wrong = () => readNewCompany({ company: 'A', email: 'karin', number: 'nej', extension: 'x' }, 'kort');
    expect(wrong).toThrow(SetupError);
    for (const word of ['--name', '--email', '--number', '--extension', 'password']) expect(wrong).toThrow(word);
  });
});

describe.each(DATABASES)('a first company in %s', (_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('has an administrator who can sign in; the same e-mail is not taken twice', async () => {
    const company = readNewCompany(answers, PASSWORD);
    await makeCompany(database.db, company);
    const account = await findAccount(database.db, 'karin@nordbygg.example');
    expect(await checkPassword(account?.passwordHash ?? null, PASSWORD)).toBe(true);
    expect(await findUser(database.db, account?.id ?? '')).toMatchObject({ role: 'admin', company: { name: 'Nordbygg AB' } });
    await expect(makeCompany(database.db, company)).rejects.toThrow(SetupError);
  });
});
