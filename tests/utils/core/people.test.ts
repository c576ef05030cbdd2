import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SIP_INPUT, TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE } from '@/tests/support/fake-one-server';
import { TestPhone } from '@/tests/support/phone-builder';
import type { Person } from '@/utils/contract/person';

const erik: Person = { id: 'u2', name: 'Erik Lindqvist', extension: '1002', fixedNumber: '+46841000012', mobileNumber: null };
const anna: Person = { id: 'u1', name: 'Anna Åberg', extension: '201', fixedNumber: '+46841000010', mobileNumber: null };

let test: TestCore;
const search = async (query: string) => test.core.commands('people.search', { query });
const asked = () => test.server.requests.filter(({ path }) => path === '/api/people').length;

afterEach(() => test.core.dispose());

describe('colleagues of a One account', () => {
  beforeEach(async () => {
    test = new TestCore();
    test.server.people = [anna, erik];
    await test.signedIn();
  });

  it('are asked for after sign-in, with the token; the user is none of them', async () => {
    expect(test.server.requests.find(({ path }) => path === '/api/people')).toMatchObject({ method: 'GET', authorization: 'Bearer token-1' });
    expect(await search('')).toStrictEqual({ ok: true, people: [{ kind: 'colleague', name: 'Erik Lindqvist', number: '1002' }] });
    expect(asked()).toBe(1);
  });

  it('are asked for again when somebody looks after a minute, and when the server was away', async () => {
    await test.clock.step(61_000);
    test.server.people = [anna];
    await search('');
    await settle();
    expect([asked(), await search('')]).toStrictEqual([2, { ok: true, people: [] }]);
    test.server.close(1012);
    await test.clock.step(10_000);
    expect(asked()).toBe(3);
  });

  it('that cannot be listed leave those that are known, and are not asked for at each key', async () => {
    test.server.down = true;
    await test.clock.step(61_000);
    for (const query of ['e', 'er', 'eri']) expect(await search(query)).toMatchObject({ people: [{ name: 'Erik Lindqvist' }] });
    await settle();
    for (const query of ['erik', '']) expect(await search(query)).toMatchObject({ people: [{ name: 'Erik Lindqvist' }] });
    expect(test.server.requests.filter(({ path }) => path === '/api/people').length).toBeLessThanOrEqual(2);
  });

  it('name who is called by their extension', async () => {
    const bob = await new TestPhone(test.edge, '1002', { clock: test.clock }).start();
    await test.core.commands('phone.dial', { target: '1002', source: 'popup' });
    await settle();
    expect(test.call.remote).toStrictEqual({ number: '1002', name: 'Erik Lindqvist' });
    await bob.phone.stop();
  });
});

it('an account of another PBX has none, and a signed-out user may not ask', async () => {
  test = new TestCore();
  await test.core.start();
  expect(await search('')).toStrictEqual({ ok: false, error: 'not-signed-in' });
  test.core.commands('account.signInSip', SIP_INPUT).catch(() => undefined);
  await settle();
  await test.clock.step(100);
  expect(await search('')).toStrictEqual({ ok: true, people: [] });
});

describe('receiving calls', () => {
  let bob: TestPhone;

  beforeEach(async () => {
    test = await new TestCore().signedIn();
    test.edge.numbers.set('201', DEVICE);
    bob = await new TestPhone(test.edge, '1002', { clock: test.clock }).start();
  });
  afterEach(() => bob.phone.stop());

  it('switched off, a call gets 480 and no ring; switched on, it rings again', async () => {
    expect(await test.core.commands('account.setReceiving', { receiving: false })).toStrictEqual({ ok: true });
    expect([test.state.receiving, test.accounts.receives]).toStrictEqual([false, false]);
    await bob.dial('201');
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'unreachable' });
    expect([test.edge.responses('INVITE', 180).length, test.state.calls.length, test.output.ringing]).toStrictEqual([0, 0, false]);
    await test.core.commands('account.setReceiving', { receiving: true });
    await bob.dial('201');
    expect(test.call.state).toBe('ringing');
  });

  it('switched off, calls are made and go on all the same', async () => {
    await test.core.commands('account.setReceiving', { receiving: false });
    await test.core.commands('phone.dial', { target: '1002', source: 'popup' });
    await settle();
    await bob.phone.answer(bob.call.id);
    await settle();
    expect(test.call.state).toBe('active');
    bob.phone.hold(bob.call.id);
    await settle();
    expect(test.call.heldByRemote).toBe(true);
  });

  it('is remembered by this browser', async () => {
    test.accounts.receives = false;
    await test.core.dispose();
    const { accounts } = test;
    test = new TestCore();
    test.accounts.receives = accounts.receives;
    await test.signedIn();
    test.edge.numbers.set('201', DEVICE);
    expect(test.state.receiving).toBe(false);
    const carol = await new TestPhone(test.edge, '1003', { clock: test.clock }).start();
    await carol.dial('201');
    expect(carol.call.endReason).toBe('unreachable');
    await carol.phone.stop();
  });
});
