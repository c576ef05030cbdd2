import { answer, connected, dial, hangUp, hearEachOther, keepsHearing, shows } from '@/tests/support/e2e-actions';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import { killEdge } from '@/tests/support/e2e-edge-process';
import type { OneServer } from '@/tests/support/e2e-one-server';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { sessionsOf } from '@/tests/support/e2e-registrations';
import { timeUntil, waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

// The embedded edge's return is a conformance test.
test.describe('the edge goes away and comes back', () => {
  let server: OneServer;
  let karin: Phone;
  let johan: Phone;

  test.beforeAll(({ pair }) => {
    ({ server, karin, johan } = pair);
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  test('a call in progress keeps its audio, both phones are registered soon after its return, and hanging up still works', async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);

    const watched = [await sessionsOf(server, KARIN), await sessionsOf(server, JOHAN)];
    await waitFor('both to be registered before', async () => (await watched[0]?.allRegistered()) && (await watched[1]?.allRegistered()));

    await server.kill();
    killEdge(server.dataDir);
    await keepsHearing(karin, johan.hertz);
    await keepsHearing(johan, karin.hertz);
    await shows(karin, word('connection.serverUnreachable'));

    await server.start();
    const back = await Promise.all(watched.map((user) => timeUntil('the registration', () => user.allRegistered(), 15_000)));
    test.info().annotations.push({ type: 'registered after', description: `${Math.round(Math.max(...back))} ms` });
    console.log(`      registered ${Math.round(Math.max(...back))} ms after the server answered again`);
    await keepsHearing(karin, johan.hertz, 3);
    await keepsHearing(johan, karin.hertz, 3);
    await hangUp(karin);
    await shows(johan, word('endReason.remoteHungUp'));
  });

  test('calls work again afterwards', async () => {
    await waitFor('both phones', async () => (await connected(karin)) && (await connected(johan)));
    await dial(johan, KARIN.extension);
    await answer(karin);
    await hearEachOther(karin, johan);
    await hangUp(johan);
    await shows(karin, word('endReason.remoteHungUp'));
  });
});
