import { test } from '@playwright/test';
import { connected, dial, shows } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { isUsable, isUsableAgain, refusedCalls, revokedDevice, signInFailures } from '@/tests/support/e2e-failures-contract';
import type { FirefoxPhone } from '@/tests/support/e2e-firefox-phone';
import type { OneServer } from '@/tests/support/e2e-one-server';
import type { Pstn } from '@/tests/support/e2e-pstn';
import { Stage } from '@/tests/support/e2e-stage';
import { timeUntil } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('failures in Firefox have their own plain message and leave the phone usable', () => {
  const stage = new Stage();
  let server: OneServer;
  let karin: FirefoxPhone;
  let pstn: Pstn;

  test.beforeAll(async () => {
    pstn = await stage.pstn();
    [server, karin] = await Promise.all([stage.server({ edge: 'kamailio', trunkPort: pstn.port }), stage.firefox({ hertz: 660 })]);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  // Before the others: from here on she is signed in.
  signInFailures(() => ({ server, phone: karin, person: KARIN }), test);

  refusedCalls(() => ({ server, phone: karin, person: KARIN, pstn }), test);

  test('nobody is connected at the other end', async () => {
    await dial(karin, JOHAN.extension);
    await shows(karin, word('endReason.unreachable').slice(0, 24));
    await isUsable(karin);
  });

  test('the microphone is refused', async () => {
    await karin.closeCallWindow();
    await karin.setMicrophone('denied');
    await dial(karin, '*43');
    await shows(karin, word('endReason.microphoneRefused').slice(0, 32), 15_000);
    await karin.setMicrophone('granted');
    await isUsable(karin);
  });

  test('there is no microphone', async () => {
    await karin.closeCallWindow();
    await karin.setMicrophone('missing');
    await dial(karin, '*43');
    await shows(karin, word('endReason.microphoneMissing').slice(0, 28), 15_000);
    await karin.setMicrophone('granted');
    await isUsable(karin);
  });

  test('the server goes away and comes back: said, and registered soon after its return', async () => {
    await server.kill();
    await shows(karin, word('connection.serverUnreachable'));
    await server.start();
    console.log(`      registered ${Math.round(await timeUntil('the registration', () => connected(karin, 500), 15_000))} ms after the server answered again`);
    await isUsableAgain(karin, server);
  });

  revokedDevice(() => ({ server, phone: karin, person: KARIN }), test);
});
