import { test } from '@playwright/test';
import { answer, connected, decline, dial, hangUp, hears, isIdle, shows, signIn, tryToSignIn } from '@/tests/support/e2e-actions';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import { api, type OneServer } from '@/tests/support/e2e-one-server';
import type { Phone } from '@/tests/support/e2e-phone';
import type { Pstn } from '@/tests/support/e2e-pstn';
import { Stage } from '@/tests/support/e2e-stage';
import { freePort } from '@/tests/support/e2e-free-port';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('each failure has its own plain message and leaves the phone usable', () => {
  const stage = new Stage();
  let server: OneServer;
  let karin: Phone;
  let johan: Phone;
  let pstn: Pstn;

  test.beforeAll(async () => {
    pstn = await stage.pstn();
    server = await stage.server({ edge: 'kamailio', trunkPort: pstn.port });
    karin = await stage.chromium({ hertz: 440 });
    johan = await stage.chromium({ hertz: 880 });
    await signIn(johan, server, JOHAN);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  /** The proof of being usable: a call to the echo test that is heard. */
  const isUsable = async (phone: Phone) => {
    await isIdle(phone);
    await dial(phone, '*43');
    await hears(phone, phone.hertz, 30_000);
    await hangUp(phone);
    await isIdle(phone);
  };

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

  test('busy', async () => {
    pstn.onInvite = { status: 486, reason: 'Busy Here' };
    await dial(karin, '+46701740641');
    await shows(karin, word('endReason.busy'));
    await isUsable(karin);
  });

  test('not found', async () => {
    pstn.onInvite = { status: 404, reason: 'Not Found' };
    await dial(karin, '+46701740642');
    await shows(karin, word('endReason.notFound'));
    await isUsable(karin);
  });

  test('an extension nobody has', async () => {
    await dial(karin, '999');
    await shows(karin, word('endReason.notFound'));
    await isUsable(karin);
  });

  test('no answer', async () => {
    pstn.onInvite = { status: 480, reason: 'Temporarily Unavailable' };
    await dial(karin, '+46701740643');
    await shows(karin, new RegExp(`${word('endReason.noAnswer')}|${word('endReason.unreachable').slice(0, 24)}`));
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
    await karin.setMicrophone('granted');
    await isUsable(karin);
  });

  test('the microphone is refused when answering', async () => {
    await karin.setMicrophone('denied');
    await dial(johan, KARIN.extension);
    await answer(karin);
    await shows(karin, word('endReason.microphoneRefused').slice(0, 32));
    await karin.setMicrophone('granted');
    await hangUp(johan).catch(() => undefined);
    await isUsable(karin);
  });

  test('the server goes away: said at once, and gone when it is back', async () => {
    await server.kill();
    await shows(karin, word('connection.serverUnreachable'));
    await server.start();
    await connected(karin, 10_000);
    await connected(johan, 10_000);
    await isUsable(karin);
  });

  test('this device is revoked', async () => {
    const signedIn = await api<{ token: string }>(server, 'POST', '/api/session', { email: KARIN.email, password: KARIN.password, deviceName: 'another' });
    const { token } = signedIn.json;
    const list = await api<{ sessions: { id: string; current: boolean }[] }>(server, 'GET', '/api/sessions', undefined, token);
    for (const session of list.json.sessions) if (!session.current) await api(server, 'DELETE', `/api/sessions/${session.id}`, undefined, token);
    await shows(karin, word('connection.deviceRevoked'));
    await waitFor('a way to sign in again', async () => (await karin.popup()).has('button', word('connection.signInAgain')));
    await shows(johan, word('status.registered'));
  });
});

test.describe('a machine without a microphone', () => {
  const stage = new Stage();
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('says so when calling, and stays usable for receiving the next message', async () => {
    const server = await stage.server({ edge: 'embedded' });
    const karin = await stage.chromium({ microphone: 'missing' });
    await signIn(karin, server, KARIN);
    await dial(karin, '*43');
    await shows(karin, word('endReason.microphoneMissing').slice(0, 28));
    await isIdle(karin);
    await shows(karin, word('status.registered'));
  });
});
