import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { SIGN_IN_RESPONSE } from '@/tests/support/fake-one-server';

const HOUR = 300_000;
const ice = (credential: string) => ({ iceServers: [{ urls: ['turn:turn.test'], username: 'u', credential }], iceLifetime: 4 * 300 });

let test: TestCore;
const asked = () => test.server.requests.filter(({ path }) => path === '/api/ice-servers').length;
const newest = () => test.connections.made.at(-1)?.configuration.iceServers?.[0]?.credential;

beforeEach(async () => {
  test = new TestCore();
  test.server.signIn = () => Response.json({ ...SIGN_IN_RESPONSE, ...ice('first') });
  test.server.ice = ice('second');
  await test.core.start();
});
afterEach(() => test.core.dispose());

it('asks for new TURN credentials when half of their time is over, uses and stores them', async () => {
  await test.signIn();
  await settle();
  test.server.ice = ice('third');
  // What the sign-in told is not asked for again.
  expect([asked(), newest()]).toStrictEqual([0, 'first']);
  const before = asked();
  await test.clock.step(HOUR);
  expect(asked()).toBe(before);
  await test.clock.step(1.1 * HOUR);
  expect(asked()).toBe(before + 1);
  expect(newest()).toBe('third');
  expect(test.accounts.stored).toMatchObject({ kind: 'one', iceServers: ice('third').iceServers, iceEndsAt: expect.any(Number) as number });
  expect(test.log.lines.join()).not.toContain('third');
});

it('asks again after a minute, and as soon as the link is there again', async () => {
  await test.signIn();
  await settle();
  await test.clock.step(HOUR);
  test.server.down = true;
  test.server.close(1012);
  await test.clock.step(1.5 * HOUR);
  test.server.down = false;
  test.server.ice = ice('third');
  await test.clock.step(61_000);
  expect(newest()).toBe('third');
});

it('stores nothing for somebody who has signed out meanwhile', async () => {
  await test.signIn();
  await settle();
  await test.core.commands('account.signOut', {});
  await test.clock.step(3 * HOUR);
  expect(test.accounts.stored).toBeNull();
});

it('asks a server what is new that it has not heard since it was started', async () => {
  await test.signIn();
  const again = new TestCore();
  again.accounts.stored = test.accounts.stored;
  again.server.ice = ice('second');
  await again.core.start();
  await settle();
  expect(again.connections.made.at(-1)?.configuration.iceServers?.[0]?.credential).toBe('second');
  await again.core.dispose();
});
