import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import type { OrderedCall } from '@/utils/contract/ordered-call';

const DESK = 'd00000000000000000001';
const NUMBER = '+46701740607';
let test: TestCore;
const ordered = (over: Partial<OrderedCall> = {}): OrderedCall => ({ id: 'o1', target: NUMBER, via: DESK, state: 'calling-phone', end: null, status: null, startedAt: new Date(test.clock.now()).toISOString(), ...over });
const dial = (target: string) => test.core.commands('phone.dial', { target, source: 'page' });
const choose = (method: string | null) => test.core.commands('phone.chooseMethod', { method });
const asked = () => test.server.requests.filter(({ path }) => path.startsWith('/api/calls'));
const tell = (call: OrderedCall, cursor: number) => test.server.push({ cursor, collection: 'orderedCalls', id: call.id, op: 'put', item: call });

beforeEach(async () => {
  test = await new TestCore().signedIn();
  test.server.calls = () => Response.json(ordered());
});
afterEach(() => test.core.dispose());

describe('with a desk phone', () => {
  beforeEach(() => test.core.commands('phone.setCallMethod', { method: DESK }));

  it('the server is asked to call, and what it tells is shown until it is connected', async () => {
    expect(await dial('070-174 06 07')).toEqual({ ok: true, callId: 'o1' });
    expect(asked()).toMatchObject([{ method: 'POST', body: { target: NUMBER, via: DESK }, authorization: 'Bearer token-1' }]);
    expect([test.state.calls, test.state.ordered]).toEqual([[], [ordered()]]);
    tell(ordered({ state: 'calling-number' }), 1);
    tell(ordered({ state: 'connected' }), 2);
    await settle();
    expect(test.state.ordered.map(({ state }) => state)).toEqual(['connected']);
    await test.clock.step(5_000);
    expect(test.state.ordered).toEqual([]);
    tell(ordered({ state: 'ended', end: 'hung-up' }), 3);
    await settle();
    expect(test.state.ordered).toEqual([]);
  });

  it('an emergency number is called here all the same', async () => {
    expect(await dial('112')).toMatchObject({ ok: true });
    expect([asked(), test.state.calls.length]).toEqual([[], 1]);
  });

  it.each([
    [404, 'not-found', 'phone-not-available'],
    [503, 'unavailable', 'phone-not-available'],
    [409, 'conflict', 'too-many-calls'],
  ])('%s is told as %s', async (status, code, error) => {
    test.server.calls = () => Response.json({ error: { code, message: 'no' } }, { status });
    expect(await dial(NUMBER)).toEqual({ ok: false, error });
  });

  it('is cancelled', async () => {
    await dial(NUMBER);
    test.server.calls = () => new Response(null, { status: 204 });
    expect(await test.core.commands('phone.cancelOrdered', { id: 'o1' })).toEqual({ ok: true });
    expect(asked().at(-1)).toMatchObject({ method: 'DELETE', path: '/api/calls/o1' });
  });

  it('is what this account calls with after the next start', async () => {
    expect([...test.accounts.methods.values()]).toEqual([DESK]);
    await test.core.commands('account.signOut', {});
    expect(test.state.callMethod).toBe('here');
    await test.signIn();
    await settle();
    expect(test.state.callMethod).toBe(DESK);
  });

  it('a call told of long ago is not shown', async () => {
    tell(ordered({ id: 'old', startedAt: new Date(test.clock.now() - 600_000).toISOString() }), 1);
    await settle();
    expect(test.state.ordered).toEqual([]);
  });
});

describe('asked each time', () => {
  beforeEach(async () => {
    test.server.deskPhones = () => Response.json({ phones: [{ id: DESK, name: 'Hallen', createdAt: '2026-03-01T08:15:00.000Z', registered: true }], server: null });
    await test.core.commands('phone.setCallMethod', { method: 'ask' });
  });

  it('nothing is called before somebody says how', async () => {
    expect(await dial(NUMBER)).toEqual({ ok: true, callId: '' });
    expect(test.state.asking).toEqual({ target: NUMBER, choices: [{ via: 'here', name: null }, { via: DESK, name: 'Hallen' }], source: 'page', askedAt: test.clock.now() });
    expect([asked(), test.state.calls]).toEqual([[], []]);
    expect(await choose(DESK)).toMatchObject({ ok: true });
    expect([asked().length, test.state.asking]).toEqual([1, null]);
    expect(await choose('here')).toEqual({ ok: false, error: 'no-such-call' });
  });

  it('here, or not at all', async () => {
    await dial(NUMBER);
    await choose(null);
    expect([test.state.asking, test.state.calls.length]).toEqual([null, 0]);
    await dial(NUMBER);
    await choose('here');
    expect([asked(), test.state.calls.length]).toEqual([[], 1]);
  });

  it('with one way only there is nothing to ask', async () => {
    test.server.deskPhones = () => Response.json({ phones: [], server: null });
    await dial(NUMBER);
    expect([test.state.asking, test.state.calls.length]).toEqual([null, 1]);
  });
});
