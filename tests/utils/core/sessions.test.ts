import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SIP_INPUT, TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import type { Session } from '@/utils/contract/account-api';

const session = (over: Partial<Session> = {}): Session => ({
  id: 'session-2',
  deviceName: 'Firefox on Windows',
  createdAt: '2026-03-01T08:15:00.000Z',
  lastSeenAt: '2026-03-04T13:02:00.000Z',
  current: false,
  registered: true,
  ...over,
});
const MINE = session({ id: 'session-1', deviceName: 'Chrome on Linux', current: true });

let test: TestCore;
const list = () => test.core.commands('sessions.list', {});
const revoke = (sessionId: string) => test.core.commands('sessions.revoke', { sessionId });
const problem = (status: number, code: string, more: object = {}) => () => Response.json({ error: { code, message: 'no', ...more } }, { status });

afterEach(() => test.core.dispose());

describe('with a One account', () => {
  beforeEach(async () => {
    test = await new TestCore().signedIn();
    test.server.sessions = [session(), MINE];
  });

  it('lists the sessions with the token, which stays in the core', async () => {
    const result = await list();
    expect(result).toStrictEqual({ ok: true, sessions: [session(), MINE] });
    expect(test.server.requests.at(-1)).toMatchObject({ method: 'GET', path: '/api/sessions', authorization: 'Bearer token-1' });
    expect(JSON.stringify([result, test.state, test.log.lines])).not.toContain('token-1');
  });

  it('signs another browser out', async () => {
    expect(await revoke('session-2')).toStrictEqual({ ok: true });
    expect(test.server.requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/sessions/session-2', authorization: 'Bearer token-1' });
    expect(await list()).toStrictEqual({ ok: true, sessions: [MINE] });
  });

  it('is content with one that has signed out meanwhile', async () => {
    expect(await revoke('session-9')).toStrictEqual({ ok: true });
  });

  it('leaves this browser to signing out', async () => {
    expect(await revoke('session-1')).toStrictEqual({ ok: false, error: 'not-allowed' });
    expect(test.server.sessions).toHaveLength(2);
    expect(test.state.account).not.toBeNull();
  });

  it.each(['', '..', '../session', 'a/b', 'a?b', 'x'.repeat(65)])('asks the server for no session called %j', async (id) => {
    const asked = test.server.requests.length;
    expect(await revoke(id)).toStrictEqual({ ok: false, error: 'invalid-input' });
    expect(test.server.requests).toHaveLength(asked);
  });

  it.each([
    ['a revoked token', problem(401, 'not-signed-in'), { ok: false, error: 'not-signed-in' }],
    ['a server in trouble', problem(503, 'unavailable'), { ok: false, error: 'server-unreachable' }],
    ['a gateway before a dead server', () => new Response('Bad Gateway', { status: 502 }), { ok: false, error: 'server-unreachable' }],
    ['too many tries', problem(429, 'too-many-tries', { retryAfter: 30 }), { ok: false, error: 'too-many-tries', retryAfter: 30 }],
    ['a fault of the server', problem(500, 'internal'), { ok: false, error: 'internal' }],
    ['another web site', () => new Response('<html>', { status: 200 }), { ok: false, error: 'not-a-one-server' }],
    ['a gate that says yes to everything', () => Response.json({ ok: true }), { ok: false, error: 'not-a-one-server' }],
  ])('%s is told as such, and signs nobody out here', async (_what, answer, result) => {
    test.server.sessionsFailure = answer;
    expect(await list()).toStrictEqual(result);
    expect(await revoke('session-2')).toStrictEqual(result);
    expect(test.state.account).not.toBeNull();
  });

  it('no network is a server that cannot be reached', async () => {
    test.server.down = true;
    expect(await list()).toStrictEqual({ ok: false, error: 'server-unreachable' });
    expect(await revoke('session-2')).toStrictEqual({ ok: false, error: 'server-unreachable' });
  });

  it.each([
    ['a time that is none', { sessions: [{ ...session(), lastSeenAt: 'yesterday' }] }],
    ['no list', { sessions: null }],
  ])('an answer with %s is not a One server\'s', async (_what, body) => {
    test.server.sessionsFailure = () => Response.json(body);
    expect(await list()).toStrictEqual({ ok: false, error: 'not-a-one-server' });
  });
});

describe('without a One account', () => {
  beforeEach(async () => {
    test = new TestCore();
    await test.core.start();
  });

  it('nobody is signed in', async () => {
    expect(await list()).toStrictEqual({ ok: false, error: 'not-signed-in' });
    expect(await revoke('session-2')).toStrictEqual({ ok: false, error: 'not-signed-in' });
  });

  it('a SIP account has no sessions, and no One server is asked', async () => {
    await test.core.commands('account.signInSip', SIP_INPUT);
    await settle();
    expect(await list()).toStrictEqual({ ok: false, error: 'not-allowed' });
    expect(await revoke('session-2')).toStrictEqual({ ok: false, error: 'not-allowed' });
    expect(test.server.requests).toHaveLength(0);
  });
});
