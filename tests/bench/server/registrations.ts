import { startOneServer } from '@/tests/support/e2e-one-server';
import { connectRaw, registerRaw, statusOf, type RawSip } from '@/tests/support/sip-raw-client';
import type { DeviceCredential } from '@/utils/contract/account-api';
import { atRate, findCapacity } from './find-capacity';
import { deviceOf, LOAD_USERS } from './load-users';

const DEVICES = 48;
const RATES = [50, 100, 150, 200, 250, 300, 350, 400, 500, 600, 800, 1000];

/**
 * Registrations a second through the public port, each a REGISTER, its challenge and a REGISTER with the proof.
 * The driver is our own: the edge takes devices over WebSocket only, which SIPp does not speak.
 */
export async function registrations(): Promise<number> {
  const server = await startOneServer({ edge: 'kamailio', env: { ONE_LOG_LEVEL: 'warn' } });
  const phones: { raw: RawSip; device: DeviceCredential; busy: Promise<unknown> }[] = [];
  try {
    for (let at = 0; at < DEVICES; at++) {
      const user = LOAD_USERS[at % LOAD_USERS.length];
      if (user === undefined) throw new Error('the demo company is empty');
      const device = await deviceOf(server, user);
      phones.push({ raw: await connectRaw(`ws://127.0.0.1:${server.port}/sip`), device, busy: Promise.resolve() });
    }
    return await findCapacity('registrations', RATES, (rate) =>
      atRate(rate, 4, async (at) => {
        const phone = phones[at % phones.length];
        if (phone === undefined) throw new Error('no phone');
        const started = performance.now();
        // One after the other on a connection, as a phone does; the waiting counts.
        const mine = phone.busy.then(() => registerRaw(phone.raw, phone.device.domain, phone.device.username, phone.device.password));
        phone.busy = mine.catch(() => undefined);
        const status = statusOf(await mine);
        if (status !== 200) throw new Error(`REGISTER was answered ${status}`);
        return performance.now() - started;
      }),
    );
  } finally {
    for (const { raw } of phones) raw.close();
    await server.close();
  }
}
