import * as v from 'valibot';
import { signInRequestSchema } from '@/utils/contract/account-api';
import { languageSchema, regionSchema } from '@/utils/contract/region';
import { normaliseDialled } from '@/utils/domain/phone-number/dialling';
import { createCompany, createUser } from '../accounts/people';
import type { Database } from '../database/database';

const MIN_PASSWORD = 10;

const inputSchema = v.object({
  company: v.pipe(v.string('is needed'), v.trim(), v.minLength(1, 'is needed')),
  name: v.pipe(v.string('is needed'), v.trim(), v.minLength(1, 'is needed')),
  email: v.pipe(v.string('is needed'), v.check((text) => v.is(signInRequestSchema.entries.email, text), 'must be an e-mail address')),
  number: v.string('is needed'),
  extension: v.optional(v.pipe(v.string(), v.regex(/^\d{2,6}$/, 'must be 2 to 6 digits')), '101'),
  language: v.optional(languageSchema, 'sv'),
  region: v.optional(regionSchema, 'SE'),
});

/** Every answer that is wrong, each with what it must be. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  constructor(readonly problems: readonly string[]) {
    super(`The company was not made:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export interface Answers {
  readonly [option: string]: string | undefined;
}

/** Reads what was asked for and the administrator's password. Throws SetupError. */
export function readNewCompany(answers: Answers, password: string) {
  const result = v.safeParse(inputSchema, answers);
  const problems = result.success ? [] : result.issues.map((issue) => `--${v.getDotPath(issue)} ${issue.message}`);
  if (password.length < MIN_PASSWORD) problems.push(`the password must have at least ${MIN_PASSWORD} characters`);
  const region = result.success ? result.output.region : 'SE';
  const dialled = normaliseDialled(answers['number'] ?? '', region);
  if (answers['number'] !== undefined && dialled.kind !== 'number') problems.push('--number must be a phone number, like 08-465 004 01');
  if (!result.success || dialled.kind !== 'number' || problems.length > 0) throw new SetupError(problems);
  const { company, name, email, extension, language } = result.output;
  return { company, name, email: email.trim(), extension, language, region, fixedNumber: dialled.e164, password };
}

/** Makes a company and its first administrator. Rejects with SetupError when the e-mail or the number is taken. */
export async function makeCompany(db: Database, { company, ...admin }: ReturnType<typeof readNewCompany>): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      const companyId = await createCompany(tx, company);
      await createUser(tx, { ...admin, companyId, role: 'admin', mobileNumber: null });
    });
  } catch (error) {
    throw isTaken(error) ? new SetupError(['the e-mail address or the number belongs to somebody already']) : error;
  }
}

/** Unique violation: SQLSTATE 23505, under drizzle's own error. */
function isTaken(error: unknown): boolean {
  const code = (value: unknown) => (typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined);
  return code(error) === '23505' || (error instanceof Error && code(error.cause) === '23505');
}
