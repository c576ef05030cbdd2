import { answer, connected, dial, hangUp, isIdle, shows, tryToSignIn } from '@/tests/support/e2e-actions';
import { FATIMA, JOHAN } from '@/tests/support/e2e-demo-company';
import type { FirefoxPhone } from '@/tests/support/e2e-firefox-phone';
import type { Network } from '@/tests/support/e2e-network';
import { soundMovesOver, told } from '@/tests/support/e2e-network-contract';
import { firefoxTest as test } from '@/tests/support/e2e-pair';
import { Stage } from '@/tests/support/e2e-stage';
import { startTlsFront } from '@/tests/support/e2e-tls-front';
import { timeUntil } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

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
    network.lets('nothing');
    told('said', await timeUntil('the connection to be missed', () => shows(fatima, word('connection.serverUnreachable'), 500), 45_000));
    network.lets('everything');
    told('registered', await timeUntil('the registration', () => connected(fatima, 500), 20_000));
    await dial(johan, FATIMA.extension);
    await shows(fatima, JOHAN.name);
    await hangUp(johan);
    await isIdle(fatima);
  });
});
