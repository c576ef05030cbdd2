import { KARIN } from '@/tests/support/e2e-demo-company';
import { api, startOneServer } from '@/tests/support/e2e-one-server';
import { connectRaw, registerRaw, statusOf } from '@/tests/support/sip-raw-client';
import { waitFor } from '@/tests/support/e2e-wait-for';

interface SignedIn {
  device: { username: string; password: string; domain: string };
}

/** Server process started on existing data → a device's REGISTER accepted; milliseconds, one sample a round. */
export async function coldStart(rounds: number): Promise<number[]> {
  const server = await startOneServer({ edge: 'kamailio' });
  try {
    const body = { email: KARIN.email, password: KARIN.password, deviceName: 'bench' };
    const { device } = (await api<SignedIn>(server, 'POST', '/api/session', body)).json;
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await server.stop();
      const began = performance.now();
      const starting = server.start();
      await waitFor(
        'a REGISTER to be accepted',
        async () => {
          const raw = await connectRaw(`ws://127.0.0.1:${server.port}/sip`);
          try {
            return statusOf(await registerRaw(raw, device.domain, device.username, device.password)) === 200;
          } finally {
            raw.close();
          }
        },
        60_000,
      );
      samples.push(performance.now() - began);
      await starting;
    }
    console.log(`  cold-start: ${samples.map((value) => value.toFixed(0)).join(' ')}`);
    return samples;
  } finally {
    await server.close();
  }
}
