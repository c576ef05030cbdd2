import { DEMO_PASSWORD, DEMO_USERS } from '@/server/demo/company';
import type { Credentials } from './e2e-actions';

export interface DemoPerson extends Credentials {
  readonly name: string;
  readonly extension: string;
  /** E.164. */
  readonly fixedNumber: string;
}

function person(name: string): DemoPerson {
  const user = DEMO_USERS.find((one) => one.name === name);
  if (user === undefined) throw new Error(`nobody is called ${name} in the demo company`);
  return Object.freeze({ ...user, password: DEMO_PASSWORD });
}

/** People of the demo company that no robot plays. */
export const KARIN = person('Karin Nyström');
export const JOHAN = person('Johan Hällgren');
export const FATIMA = person('Fatima Rahimi');
