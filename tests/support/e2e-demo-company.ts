import type { Credentials } from './e2e-actions';

export interface DemoPerson extends Credentials {
  readonly name: string;
  readonly extension: string;
  /** E.164. */
  readonly fixedNumber: string;
}

const PASSWORD = 'demo';

/** Two people of the seeded demo company, Exempelbolaget AB. */
export const ANNA: DemoPerson = Object.freeze({ name: 'Anna', email: 'anna@exempelbolaget.se', password: PASSWORD, extension: '100', fixedNumber: '+46841000010' });
export const ERIK: DemoPerson = Object.freeze({ name: 'Erik', email: 'erik@exempelbolaget.se', password: PASSWORD, extension: '101', fixedNumber: '+46841000011' });
