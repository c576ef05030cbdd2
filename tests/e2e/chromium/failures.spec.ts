import { answer, connected, decline, dial, hangUp, hears, isIdle, shows, signIn } from '@/tests/support/e2e-actions';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import { isUsable, isUsableAgain, refusedCalls, revokedDevice, signInFailures } from '@/tests/support/e2e-failures-contract';
import type { OneServer } from '@/tests/support/e2e-one-server';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import type { Pstn } from '@/tests/support/e2e-pstn';
import { Stage } from '@/tests/support/e2e-stage';
import { word } from '@/tests/support/e2e-words';

test.describe('signing in', () => {
  const stage = new Stage();
  let server: OneServer;
  let karin: Phone;

  test.beforeAll(async ({ pair }) => {
    ({ server } = pair);
    karin = await stage.chromium();
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  signInFailures(() => ({ server, phone: karin, person: KARIN }), test);
});

test.describe('each failure has its own plain message and leaves the phone usable', () => {
  let server: OneServer;
  let karin: Phone;
  let johan: Phone;
  let pstn: Pstn;

  test.beforeAll(({ pair }) => {
    ({ server, karin, johan, pstn } = pair);
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  refusedCalls(() => ({ server, phone: karin, person: KARIN, pstn }), test);

  test('an extension nobody has', async () => {
    await dial(karin, '999');
    await shows(karin, word('endReason.notFound'));
    await isUsable(karin);
  });

  test('declined by the other', async () => {
    await dial(karin, JOHAN.extension);
    await decline(johan);
    await shows(karin, word('endReason.remoteDeclined'));
    await isUsable(karin);
  });

  test('given up by the caller: a missed call at the other', async () => {
    await dial(karin, JOHAN.extension);
    await shows(johan, KARIN.name);
    await hangUp(karin);
    await shows(johan, word('endReason.callerCancelled'));
    await isUsable(karin);
  });

  test('the microphone is refused when calling', async () => {
    await karin.setMicrophone('denied');
    await dial(karin, JOHAN.extension);
    await shows(karin, word('endReason.microphoneRefused').slice(0, 32));
    await isIdle(johan);
    await karin.setMicrophone('granted');
    await isUsable(karin);
  });

  test('the microphone is refused when answering: said, and the call goes on ringing until it can be answered', async () => {
    await karin.setMicrophone('denied');
    await dial(johan, KARIN.extension);
    await answer(karin);
    await shows(karin, word('commandError.microphoneRefused').slice(0, 32));
    await karin.setMicrophone('granted');
    await answer(karin);
    await hears(karin, johan.hertz);
    await hangUp(johan);
    await isUsable(karin);
  });

  test('the server goes away: said at once, and gone when it is back', async () => {
    await server.kill();
    await shows(karin, word('connection.serverUnreachable'));
    await server.start();
    await connected(karin, 10_000);
    await connected(johan, 10_000);
    await isUsableAgain(karin, server);
  });

  revokedDevice(() => ({ server, phone: karin, person: KARIN }), test);

  test('and other people’s devices are not', () => shows(johan, word('status.registered')));
});

test.describe('a machine without a microphone', () => {
  const stage = new Stage();
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('says so when calling, and stays usable for receiving the next message', async () => {
    const [server, karin] = await Promise.all([stage.server({ edge: 'embedded' }), stage.chromium({ microphone: 'missing' })]);
    await signIn(karin, server, KARIN);
    await dial(karin, '*43');
    await shows(karin, word('endReason.microphoneMissing').slice(0, 28));
    await isIdle(karin);
    await shows(karin, word('status.registered'));
  });
});
