import { answer, connected, dial, hangUp, isIdle, shows, tryToSignIn } from '@/tests/support/e2e-actions';
import { startCaptivePortal } from '@/tests/support/e2e-captive-portal';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { FATIMA, JOHAN } from '@/tests/support/e2e-demo-company';
import type { Network } from '@/tests/support/e2e-network';
import { outlastsVanishedPackets, registersAgain, saysUnreachable, soundMovesOver, told } from '@/tests/support/e2e-network-contract';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import { startTlsFront } from '@/tests/support/e2e-tls-front';
import { unprocessed } from '@/tests/support/e2e-unprocessed';
import { timeUntil, waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('a computer whose network fails', () => {
  const stage = new Stage();
  let network: Network;
  let fatima: ChromiumPhone;
  let johan: Phone;

  test.beforeAll(async ({ pair }) => {
    ({ johan } = pair);
    network = await stage.network();
    fatima = await stage.chromium({ hertz: 660, network });
    const front = stage.keep(await startTlsFront(network.address, () => pair.server.port));
    await tryToSignIn(fatima, front.url, FATIMA);
    await connected(fatima, 15_000);
    await unprocessed(fatima);
  });
  test.afterEach(({ pair }, info) => Promise.all([pair.stage, stage].map((one) => one.report(info))));
  test.afterAll(() => stage.close());

  test('Wi-Fi goes away in a call, and the cable is plugged in: its sound moves over', async () => {
    await dial(fatima, JOHAN.extension);
    await answer(johan);
    await soundMovesOver(network, fatima, johan, 'cable', 'before');
    await hangUp(fatima);
    await shows(johan, word('endReason.remoteHungUp'));
  });

  test('registered over the new one, it is called; another interface takes over while the first is up, which browsers do not tell; packets get lost, and that is said', async () => {
    await connected(fatima);
    await dial(johan, FATIMA.extension);
    await answer(fatima);
    await soundMovesOver(network, fatima, johan, 'wifi', 'after');
    await waitFor('what was said of the move to be taken back', async () => !(await (await fatima.popup()).text()).includes(word('qualityWarning.network')), 20_000);
    network.lets('lossy');
    told('warned', await timeUntil('the warning', () => shows(fatima, word('qualityWarning.network'), 500), 20_000));
    network.lets('everything');
    await hangUp(johan);
    await shows(fatima, word('endReason.remoteHungUp'));
    await isIdle(fatima);
  });

  test('packets vanish without a word: said while it lasts, and registered again afterwards', async () => {
    await connected(fatima);
    await outlastsVanishedPackets(network, { phone: fatima, person: FATIMA }, { phone: johan, person: JOHAN });
  });

  test('a network one must sign in to first: said while it lasts, and registered again when one has', async () => {
    await connected(fatima);
    const portal = stage.keep(await startCaptivePortal(network.address));
    network.lets(portal.port);
    await saysUnreachable(fatima);
    await waitFor('a try that the portal turned away', () => portal.turnedAway() > 1, 20_000);
    network.lets('everything');
    await registersAgain(fatima);
  });
});
