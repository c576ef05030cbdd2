import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SIP_INPUT, TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE, SIGN_IN_RESPONSE } from '@/tests/support/fake-one-server';
import { respond } from '@/tests/support/phone-edge';

let test: TestCore;

beforeEach(async () => {
  test = new TestCore();
  await test.core.start();
});
afterEach(() => test.core.dispose());

const problem = (status: number, code: string, more: object = {}) => Response.json({ error: { code, message: 'no', ...more } }, { status });

describe('signing in with a One account', () => {
  it('registers this device and shows who is signed in', async () => {
    expect(await test.signIn()).toStrictEqual({ ok: true });
    await settle();
    expect(test.state.account).toStrictEqual({
      kind: 'one',
      name: 'Anna Åberg',
      address: 'anna@exempelbolaget.se',
      company: 'Exempelbolaget AB',
      number: '+46841000010',
      extension: '201',
      region: 'SE',
      server: 'one.example.se',
      echoNumber: '*43',
      hasMobile: false,
    });
    expect(test.state.registration.status).toBe('registered');
    expect(test.edge.registered(DEVICE)).toBe(true);
    expect(test.sockets.sockets.map(({ url }) => url)).toStrictEqual(['wss://one.example.se/sip', 'wss://one.example.se/api/events']);
    expect(test.edge.requests('REGISTER')[0]?.header('contact')).toContain(`<sip:${DEVICE}@core.invalid`);
  });

  it('uses a further address of the edge when the first dies', async () => {
    test.server.signIn = () => Response.json({ ...SIGN_IN_RESPONSE, sipUrls: ['wss://two.example.se/sip'] });
    await test.signIn();
    await settle();
    const { serve } = test.edge;
    Object.assign(test.edge, { serve: (socket: Parameters<typeof serve>[0]) => (socket.url.startsWith('wss://one.') ? 'refuse' : serve(socket)) });
    test.edge.cut();
    await test.clock.step(1_000);
    expect(test.state.registration.status).toBe('registered');
    expect(test.sockets.sockets.at(-1)?.url).toBe('wss://two.example.se/sip');
  });

  it('keeps the device credential, and the password nowhere', async () => {
    await test.signIn();
    await settle();
    expect(test.accounts.stored).toMatchObject({ kind: 'one', token: 'token-1', device: SIGN_IN_RESPONSE.device });
    const everything = JSON.stringify([test.accounts.stored, test.state, test.log.lines]);
    expect(everything).not.toContain('demo');
    expect(JSON.stringify([test.state, test.log.lines])).not.toContain('token-1');
    expect(JSON.stringify([test.state, test.log.lines])).not.toContain(SIGN_IN_RESPONSE.device.password);
  });

  it.each([
    ['a wrong password', () => problem(401, 'wrong-credentials'), { ok: false, error: 'wrong-credentials' }],
    ['too many tries', () => problem(429, 'too-many-tries', { retryAfter: 30 }), { ok: false, error: 'too-many-tries', retryAfter: 30 }],
    ['a server in trouble', () => problem(503, 'unavailable'), { ok: false, error: 'server-unreachable' }],
    ['a gateway before a dead server', () => new Response('Bad Gateway', { status: 502 }), { ok: false, error: 'server-unreachable' }],
    ['another web site', () => new Response('<html>', { status: 200 }), { ok: false, error: 'not-a-one-server' }],
    ['another web site without the page', () => new Response('<html>', { status: 404 }), { ok: false, error: 'not-a-one-server' }],
    ['an answer of another shape', () => Response.json({ token: 1 }), { ok: false, error: 'not-a-one-server' }],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), { ok: false, error: 'server-unreachable' }],
  ])('%s is told as such and changes nothing', async (_what, answer, result) => {
    test.server.signIn = answer;
    expect(await test.signIn()).toStrictEqual(result);
    expect(test.state).toMatchObject({ account: null, registration: { status: 'signed-out' } });
    expect(test.accounts.stored).toBeNull();
  });

  it('a server that never answers is unreachable after 10 s', async () => {
    let aborted = false;
    test.server.signIn = () => new Promise(() => undefined);
    const waiting = test.signIn().then((result) => {
      aborted = true;
      return result;
    });
    await test.clock.step(9_000);
    expect(aborted).toBe(false);
    await test.clock.step(2_000);
    expect(await waiting).toStrictEqual({ ok: false, error: 'server-unreachable' });
  });

  it.each([
    ['http://one.example.se', 'insecure-server'],
    ['one.example.se', 'invalid-input'],
  ])('%s is refused as %s', async (server, error) => {
    expect(await test.core.commands('account.signIn', { server, email: 'a@b.se', password: 'x', deviceName: 'x' })).toStrictEqual({ ok: false, error });
    expect(test.server.requests).toHaveLength(0);
  });
});

describe('signing in with a SIP account', () => {
  const signIn = (more: object = {}) => test.core.commands('account.signInSip', { ...SIP_INPUT, ...more });

  it('registers before it is kept', async () => {
    expect(await signIn()).toStrictEqual({ ok: true });
    expect(test.state.account).toMatchObject({ kind: 'sip', name: 'Anna', address: '1001@pbx.example.com', number: '1001' });
    expect(test.state.registration.status).toBe('registered');
    expect(test.accounts.stored).toMatchObject({ kind: 'sip', input: { user: '1001' } });
    expect(test.edge.requests('REGISTER')[1]?.header('authorization')).toContain('username="1001"');
    expect(test.edge.requests('REGISTER')[0]?.start).toBe('REGISTER sip:pbx.example.com SIP/2.0');
  });

  it('uses the authentication user and domain that were given', async () => {
    await signIn({ authenticationUser: 'auth-1001', domain: 'sip.example.com' });
    expect(test.edge.requests('REGISTER')[0]?.start).toBe('REGISTER sip:sip.example.com SIP/2.0');
    expect(test.edge.requests('REGISTER')[1]?.header('authorization')).toContain('username="auth-1001"');
  });

  it('tells wrong credentials and forgets them', async () => {
    test.edge.passwords.set('1001', 'revoked');
    expect(await signIn()).toStrictEqual({ ok: false, error: 'wrong-credentials' });
    expect(test.accounts.stored).toBeNull();
    expect(test.state).toMatchObject({ account: null, registration: { status: 'signed-out', reason: null } });
    await settle();
    expect(test.edge.connections()).toBe(0);
  });

  it('tells a server that answers but does not know the user or the domain', async () => {
    test.edge.rules.push((message) => (message.method === 'REGISTER' ? [respond(message, '404 Not Found')] : 'pass'));
    expect(await signIn()).toStrictEqual({ ok: false, error: 'registration-refused' });
    expect(test.accounts.stored).toBeNull();
  });

  it('tells a server that cannot be reached', async () => {
    test.edge.mode = 'down';
    expect(await signIn()).toStrictEqual({ ok: false, error: 'server-unreachable' });
    expect(test.accounts.stored).toBeNull();
  });
});

describe('what the form was given', () => {
  it('of a SIP account: every field but the password and the TURN credential', async () => {
    const iceServers = [{ urls: ['turn:turn.example.com'], username: 'u', credential: 'turn-secret' }, { urls: ['stun:stun.example.com'] }];
    await test.core.commands('account.signInSip', { ...SIP_INPUT, authenticationUser: 'auth-1001', iceServers });
    const kept = [{ urls: ['turn:turn.example.com'], username: 'u' }, { urls: ['stun:stun.example.com'] }];
    expect(await test.core.commands('account.fields', {})).toStrictEqual({
      ok: true,
      fields: { kind: 'sip', server: SIP_INPUT.server, user: '1001', authenticationUser: 'auth-1001', domain: '', displayName: 'Anna', region: 'SE', iceServers: kept },
    });
  });

  it('of a One account: its server and e-mail', async () => {
    await test.signIn();
    const fields = { kind: 'one', server: 'https://one.example.se', email: 'anna@exempelbolaget.se' };
    expect(await test.core.commands('account.fields', {})).toStrictEqual({ ok: true, fields });
  });

  it('is nothing while nobody is signed in', async () => {
    expect(await test.core.commands('account.fields', {})).toStrictEqual({ ok: false, error: 'not-signed-in' });
  });
});

describe('signing out', () => {
  it('unregisters, revokes the session and forgets everything', async () => {
    await test.signIn();
    await settle();
    expect(await test.core.commands('account.signOut', {})).toStrictEqual({ ok: true });
    await settle();
    expect(test.edge.registered(DEVICE)).toBe(false);
    expect(test.edge.requests('REGISTER').at(-1)?.header('expires')).toBe('0');
    expect(test.server.requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/session', authorization: 'Bearer token-1' });
    expect(test.accounts.stored).toBeNull();
    expect(test.state).toMatchObject({ account: null, registration: { status: 'signed-out' }, calls: [] });
    expect(test.server.listeners()).toBe(0);
  });

  it('works without a server', async () => {
    await test.signIn();
    await settle();
    test.server.down = true;
    test.edge.mode = 'down';
    test.edge.cut();
    await settle();
    expect(await test.core.commands('account.signOut', {})).toStrictEqual({ ok: true });
    expect(test.accounts.stored).toBeNull();
  });
});

describe('starting with a stored account', () => {
  it('signs nobody in again: it registers what was stored', async () => {
    await test.signIn();
    await settle();
    const { stored } = test.accounts;
    await test.core.dispose();
    expect(test.accounts.stored).toBe(stored);

    const next = new TestCore();
    next.accounts.stored = stored;
    expect(next.state.ready).toBe(false);
    await next.core.start();
    await settle();
    expect(next.state).toMatchObject({ ready: true, account: { name: 'Anna Åberg' }, registration: { status: 'registered' } });
    expect(next.server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(0);
    await next.core.dispose();
  });
});
