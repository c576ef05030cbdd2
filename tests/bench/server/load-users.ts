import { DEMO_ANSWERER, DEMO_CALLER, DEMO_PASSWORD, DEMO_USERS } from '@/server/demo/company';
import type { DeviceCredential } from '@/utils/contract/account-api';
import { api, type OneServer } from '@/tests/support/e2e-one-server';

export interface LoadUser {
  readonly email: string;
  readonly fixedNumber: string;
}

/** Everybody of the demo company whom no robot plays. */
export const LOAD_USERS: readonly LoadUser[] = DEMO_USERS.filter((user) => user !== DEMO_ANSWERER && user !== DEMO_CALLER);

/** A new device of a user. */
export async function deviceOf(server: OneServer, user: LoadUser): Promise<DeviceCredential> {
  const body = { email: user.email, password: DEMO_PASSWORD, deviceName: 'load' };
  const { status, json } = await api<{ device: DeviceCredential }>(server, 'POST', '/api/session', body);
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return json.device;
}
