import { answer, connected, dial, hangUp, isIdle, tryToSignIn } from '@/tests/support/e2e-actions';
import { FATIMA, JOHAN } from '@/tests/support/e2e-demo-company';
import type { FirefoxPhone } from '@/tests/support/e2e-firefox-phone';
import type { Network } from '@/tests/support/e2e-network';
import { outlastsVanishedPackets, soundMovesOver } from '@/tests/support/e2e-network-contract';
import { firefoxTest as test } from '@/tests/support/e2e-pair';
import { Stage } from '@/tests/support/e2e-stage';
import { startTlsFront } from '@/tests/support/e2e-tls-front';

test.describe('a computer with Firefox whose network fails', () => {
  const stage = new Stage();
  let network: Network;
  let fatima: FirefoxPhone;

  test.beforeAll(async ({ pair }) => {
    network = await stage.network();
    fatima = await stage.firefoxWithSoundCard({ hertz: 500, network });
    const front = stage.keep(await startTlsFront(network.address, () => pair.server.port));
    await tryToSignIn(fatima, front.url, FATIMA);
    await connected(fatima, 15_000);
  });
  test.afterEach(({ pair }, info) => Promise.all([pair.stage, stage].map((one) => one.report(info))));
  test.afterAll(() => stage.close());

  test('Wi-Fi goes away in a call, and the cable is plugged in: its sound moves over', async ({ pair: { johan } }) => {
    await dial(fatima, JOHAN.extension);
    await answer(johan);
    await soundMovesOver(network, fatima, johan, 'cable', 'before');
    await hangUp(johan);
    await isIdle(fatima);
  });

  test('packets vanish without a word: said while it lasts, and registered again afterwards', async ({ pair: { johan } }) => {
    await outlastsVanishedPackets(network, { phone: fatima, person: FATIMA }, { phone: johan, person: JOHAN });
  });
});
