import { test } from '@playwright/test';
import { connected, dial, hangUp, hears, isIdle, shows, signIn, tryToSignIn } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { freePort } from '@/tests/support/e2e-free-port';
import type { FirefoxPhone } from '@/tests/support/e2e-firefox-phone';
import type { OneServer } from '@/tests/support/e2e-one-server';
import type { Phone } from '@/tests/support/e2e-phone';
import type { Pstn } from '@/tests/support/e2e-pstn';
import { Stage } from '@/tests/support/e2e-stage';
import { word } from '@/tests/support/e2e-words';

/** The proof of being usable: a call to the echo test that is heard. */
const isUsable = async (phone: Phone) => {
  await isIdle(phone);
  await dial(phone, '*43');
  await hears(phone, phone.hertz, 30_000);
  await hangUp(phone);
  await isIdle(phone);
};

test.describe('signing in with Firefox', () => {
  const stage = new Stage();
  let server: OneServer;
  let karin: Phone;

  test.beforeAll(async () => {
    server = await stage.server({ edge: 'embedded' });
    karin = await stage.firefox({ hertz: 660 });
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('no server at the address', async () => {
    await tryToSignIn(karin, `http://127.0.0.1:${await freePort()}`, KARIN);
    await shows(karin, word('commandError.serverUnreachable'), 20_000);
  });

  test('wrong password, and then the right one', async () => {
    await tryToSignIn(karin, server.url, { ...KARIN, password: 'not this' });
    await shows(karin, word('commandError.wrongCredentials'));
    await signIn(karin, server, KARIN);
    await isUsable(karin);
  });
});

test.describe('failures in Firefox have their own plain message and leave the phone usable', () => {
  const stage = new Stage();
  let server: OneServer;
  let karin: FirefoxPhone;
  let pstn: Pstn;

  test.beforeAll(async () => {
    pstn = await stage.pstn();
    server = await stage.server({ edge: 'kamailio', trunkPort: pstn.port });
    karin = await stage.firefox({ hertz: 660 });
    await signIn(karin, server, KARIN);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('not found', async () => {
    pstn.onInvite = { status: 404, reason: 'Not Found' };
    await dial(karin, '+46701740642');
    await shows(karin, word('endReason.notFound'));
    await isUsable(karin);
  });

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

  test('the server goes away and comes back: said, and registered within 3 s of its return', async () => {
    await server.kill();
    await shows(karin, word('connection.serverUnreachable'));
    await server.start();
    await connected(karin, 3_000);
    await isUsable(karin);
  });
});
