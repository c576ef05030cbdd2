import { expect } from '@playwright/test';
import { connected, dial, hangUp, hears, isIdle, shows, signIn, tryToSignIn } from './e2e-actions';
import type { DemoPerson } from './e2e-demo-company';
import { freePort } from './e2e-free-port';
import { serverSaid, type OneServer } from './e2e-one-server';
import type { Phone } from './e2e-phone';
import type { Pstn } from './e2e-pstn';
import { sessionsOf } from './e2e-registrations';
import { waitFor } from './e2e-wait-for';
import { word } from './e2e-words';

/** What must go wrong in the same way in both browsers; a suite's own is made before its tests run. */
interface FailureScene {
  readonly server: OneServer;
  readonly phone: Phone;
  readonly person: DemoPerson;
}

/** `test` of the suite that it becomes part of: with another's the suite's fixtures are not there. */
type DeclareTest = (title: string, body: () => Promise<void>) => void;

/** The proof of being usable: a call to the echo test that is heard. */
export async function isUsable(phone: Phone): Promise<void> {
  await isIdle(phone);
  await dial(phone, '*43');
  await hears(phone, phone.hertz, 30_000);
  await hangUp(phone);
  await isIdle(phone);
}

/** After one restart of the server, whose service numbers come a little after its calls. */
export async function isUsableAgain(phone: Phone, server: OneServer): Promise<void> {
  await serverSaid(server, /("echo test","msg":"service registered"[^]*){2}/, 20_000);
  await isUsable(phone);
}

export function signInFailures(scene: () => FailureScene, test: DeclareTest): void {
  test('signing in to an address where no server is says so', async () => {
    const { phone, person } = scene();
    await tryToSignIn(phone, `http://127.0.0.1:${await freePort()}`, person);
    await shows(phone, word('commandError.serverUnreachable'), 20_000);
  });

  test('signing in with a wrong password says so, and then the right one works', async () => {
    const { phone, server, person } = scene();
    await tryToSignIn(phone, server.url, { ...person, password: 'not this' });
    await shows(phone, word('commandError.wrongCredentials'));
    await signIn(phone, server, person);
    await isUsable(phone);
  });
}

const REFUSALS = [
  { what: 'busy', status: 486, reason: 'Busy Here', says: word('endReason.busy') },
  { what: 'not found', status: 404, reason: 'Not Found', says: word('endReason.notFound') },
  { what: 'no answer', status: 480, reason: 'Temporarily Unavailable', says: new RegExp(`${word('endReason.noAnswer')}|${word('endReason.unreachable').slice(0, 24)}`) },
  { what: 'declined', status: 603, reason: 'Decline', says: word('endReason.remoteDeclined') },
];

/** Being usable is proved once, after all of them: it costs a call each time. */
export function refusedCalls(scene: () => FailureScene & { readonly pstn: Pstn }, test: DeclareTest): void {
  for (const { what, status, reason, says } of REFUSALS) {
    test(what, async () => {
      const { phone, pstn } = scene();
      pstn.onInvite = { status, reason };
      await isIdle(phone);
      await dial(phone, `+46701740${status}`);
      await shows(phone, says);
    });
  }

  test('after which the phone is usable', () => isUsable(scene().phone));
}

export function revokedDevice(scene: () => FailureScene, test: DeclareTest): void {
  test('this device is revoked: said, and signing in again asks for the password only', async () => {
    const { phone, server, person } = scene();
    const sessions = await sessionsOf(server, person);
    for (const session of await sessions.list()) if (!session.current) await sessions.revoke(session.id);
    await shows(phone, word('connection.deviceRevoked'));
    const popup = await phone.popup();
    await popup.click('button', word('connection.signInAgain'));
    const field = (name: string) => popup.evaluate<string | null>(`document.querySelector('input[name="${name}"]')?.value ?? null`);
    await waitFor('the form', async () => (await field('email')) !== null);
    expect([await field('server'), await field('email'), await field('password')]).toEqual([server.url, person.email, '']);
    await popup.fill(word('signIn.password'), person.password);
    await popup.click('button', word('signIn.submit'));
    await connected(phone, 15_000);
    await isUsable(phone);
  });
}
