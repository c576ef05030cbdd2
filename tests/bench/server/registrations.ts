import { startOneServer } from '@/tests/support/e2e-one-server';
import { LoadPhone } from './load-phone';
import { highestRate, openLoop } from './load-search';
import { deviceOf, LOAD_USERS } from './load-users';

const PHONES_EACH = 7;

/**
 * Registrations a second through the public port, each a REGISTER, its challenge and a REGISTER with the proof.
 * The driver is our own: the edge takes devices over WebSocket only, which SIPp does not speak.
 */
export async function registrations(): Promise<number> {
  const server = await startOneServer({ edge: 'kamailio', env: { ONE_LOG_LEVEL: 'warn' } });
  const phones: LoadPhone[] = [];
  try {
    for (const user of LOAD_USERS) {
      for (let at = 0; at < PHONES_EACH; at++) phones.push(await LoadPhone.connect(`ws://127.0.0.1:${server.port}/sip`, await deviceOf(server, user)));
    }
    const register = (at: number) => phones[at % phones.length]?.register() ?? Promise.reject(new Error('no phone'));
    return await highestRate('registrations', openLoop(register));
  } finally {
    for (const phone of phones) phone.close();
    await server.close();
  }
}
