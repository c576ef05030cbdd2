import { startOneServer } from '@/tests/support/e2e-one-server';
import { connectRaw, registerRaw, statusOf } from '@/tests/support/sip-raw-client';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { deviceOf, LOAD_USERS } from './load-users';

/** `npm run server` on existing data until the edge accepts the first REGISTER, in ms. */
export async function coldStart(rounds: number): Promise<number[]> {
  const server = await startOneServer({ edge: 'kamailio' });
  try {
    const [user] = LOAD_USERS;
    if (user === undefined) throw new Error('the demo company is empty');
    const device = await deviceOf(server, user);
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await server.stop();
      const started = performance.now();
      const ready = server.start();
      await waitFor('the first registration', async () => {
        const raw = await connectRaw(`ws://127.0.0.1:${server.port}/sip`);
        const accepted = statusOf(await registerRaw(raw, device.domain, device.username, device.password)) === 200;
        raw.close();
        return accepted;
      }, 60_000);
      samples.push(performance.now() - started);
      await ready;
    }
    return samples;
  } finally {
    await server.close();
  }
}
