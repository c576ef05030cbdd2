import type { Role } from '@/utils/contract/account-api';
import type { Database } from '../database/database';
import { createCompany, createUser, isEmpty } from '../accounts/people';

export const DEMO_COMPANY = 'Exempelbolaget AB';
/** Every demo user has it; the demo is for one machine and says so. */
export const DEMO_PASSWORD = 'exempel-losenord-1';

interface DemoUser {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly extension: string;
  readonly fixedNumber: string;
  readonly mobileNumber: string | null;
}

/**
 * Numbers are from the ranges Post- och telestyrelsen keeps for fiction: 08-465 004 00–99 and 070-174 06 05–99;
 * the e-mail domain is reserved by RFC 2606.
 */
function demoUser(name: string, order: number, hasMobile: boolean, role: Role = 'user'): DemoUser {
  const mailbox = name.normalize('NFD').replaceAll(/\p{Mark}/gu, '').toLowerCase().replace(' ', '.');
  return {
    name,
    email: `${mailbox}@exempelbolaget.example`,
    role,
    extension: String(100 + order),
    fixedNumber: `+468465004${String(order).padStart(2, '0')}`,
    mobileNumber: hasMobile ? `+467017406${String(4 + order).padStart(2, '0')}` : null,
  };
}

/** Who the demo signs in as. */
export const DEMO_AGENT = demoUser('Åsa Lindqvist', 1, true);
/** Played by a robot that answers, plays a greeting and sends back what it hears. */
export const DEMO_ANSWERER = demoUser('Erik Sjöberg', 2, true);
/** Played by a robot that calls the agent when the demo page asks. */
export const DEMO_CALLER = demoUser('Maja Öberg', 3, false);

export const DEMO_USERS: readonly DemoUser[] = Object.freeze([
  DEMO_AGENT,
  DEMO_ANSWERER,
  DEMO_CALLER,
  demoUser('Karin Nyström', 4, true, 'admin'),
  demoUser('Johan Hällgren', 5, true),
  demoUser('Fatima Rahimi', 6, false),
  demoUser('Lars Dahlén', 7, true),
  demoUser('Ingrid Åkesson', 8, false),
]);

/** Makes the demo company in a database that has no company yet. False: there was one, and nothing was touched. */
export async function seedDemoCompany(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await isEmpty(tx))) return false;
    const companyId = await createCompany(tx, DEMO_COMPANY);
    for (const user of DEMO_USERS) await createUser(tx, { ...user, companyId, password: DEMO_PASSWORD, language: 'sv', region: 'SE' });
    return true;
  });
}
