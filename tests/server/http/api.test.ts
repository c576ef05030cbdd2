import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { apiErrorSchema } from '@/utils/contract/api-error';
import { meSchema, sessionsResponseSchema, signInResponseSchema } from '@/utils/contract/account-api';
import { peopleResponseSchema } from '@/utils/contract/person';
import { createCompany } from '@/server/accounts/people';
import { MAX_BODY } from '@/server/http/guard';
import { DEMO_AGENT, DEMO_PASSWORD } from '@/server/demo/company';
import { openNewPglite } from '../support/pglite-template';
import type { OpenDatabase } from '@/server/database/database';
import type { RunningServer } from '@/server/start';
import type { SteppedClock } from '../support/stepped-clock';
import { makeUser } from '../support/people';
import { call, runServer, signInDemo } from '../support/running-server';
import { FakeEdge } from '../support/fake-edge';

let database: OpenDatabase;
let server: RunningServer;
let clock: SteppedClock;
let edge: FakeEdge;
beforeAll(async () => {
  database = await openNewPglite();
});
afterAll(() => database.close());
beforeEach(async () => {
  edge = new FakeEdge();
  ({ server, clock } = await runServer({ database, createCarrier: async () => ({ edge, relay: null, trunk: false, startServices: null }) }));
  return () => server.close();
});

const errorOf = (body: unknown) => v.parse(apiErrorSchema, body).error;

describe('signing in', () => {
  test('gives the session, the user and the device', async () => {
    const body = { email: ` ${DEMO_AGENT.email.toUpperCase()} `, password: DEMO_PASSWORD, deviceName: 'Firefox on Linux' };
    const answer = await call(server, 'POST', '/api/session', { body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const session = v.parse(signInResponseSchema, answer.body);
    expect(session.me).toMatchObject({ name: DEMO_AGENT.name, extension: '101', fixedNumber: DEMO_AGENT.fixedNumber });
    expect(session).toMatchObject({ sipPath: '/sip', device: { domain: 'one.example' }, serviceNumbers: { echo: '*43' } });
    const me = await call(server, 'GET', '/api/me', { token: session.token });
    expect(v.parse(meSchema, me.body)).toEqual(session.me);
  });

  test('tells of STUN and TURN with fresh credentials, to who is signed in', async () => {
    const { token, iceServers, iceLifetime } = await signInDemo(server);
    expect([iceServers, iceLifetime]).toEqual([[], null]);
    const answer = await call(server, 'GET', '/api/ice-servers', { token });
    expect(answer.body).toEqual({ iceServers: [], iceLifetime: null });
    expect((await call(server, 'GET', '/api/ice-servers')).status).toBe(401);
  });

  test('lists the people of the own company, by name, and nobody of another', async () => {
    const { token, me } = await signInDemo(server);
    const { db } = database;
    const other = await createCompany(db, 'Annat AB');
    const stranger = await makeUser(db, { companyId: other, name: 'Aaron Främling' });
    const answer = await call(server, 'GET', '/api/people', { token });
    const { people } = v.parse(peopleResponseSchema, answer.body);
    const { id, name, extension, fixedNumber, mobileNumber } = me;
    expect(people).toContainEqual({ id, name, extension, fixedNumber, mobileNumber });
    expect(people.length).toBeGreaterThan(1);
    expect(people.map((person) => person.id)).not.toContain(stranger);
    expect(Object.keys((answer.body['people'] as object[])[0] ?? {}).sort()).toEqual(['extension', 'fixedNumber', 'id', 'mobileNumber', 'name']);
  });

  test('a wrong password and an unknown address are told apart by nobody', async () => {
    const wrong = await call(server, 'POST', '/api/session', { body: { email: DEMO_AGENT.email, password: 'wrong', deviceName: 'x' } });
    const unknown = await call(server, 'POST', '/api/session', { body: { email: 'nobody@one.example', password: 'wrong', deviceName: 'x' } });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(errorOf(wrong.body).code).toBe('wrong-credentials');
  });

  test('thirty wrong passwords are slowed, and the right one must wait as well', async () => {
    clock.advance(7_200_000);
    const email = 'maja.oberg@exempelbolaget.example';
    const attempt = (password: string) => call(server, 'POST', '/api/session', { body: { email, password, deviceName: 'x' } });
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('wrong')));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    const slowed = answers.find((answer) => answer.status === 429);
    expect(errorOf(slowed?.body)).toMatchObject({ code: 'too-many-tries', retryAfter: 1 });
    expect(slowed?.headers.get('retry-after')).toBe('1');
    expect((await attempt(DEMO_PASSWORD)).status).toBe(429);
    clock.advance(1_000);
    expect((await attempt(DEMO_PASSWORD)).status).toBe(200);
  });

  test('what is wrong with the request is named', async () => {
    const answer = await call(server, 'POST', '/api/session', { body: { email: 'asa', password: '', deviceName: 'x' } });
    expect(answer.status).toBe(400);
    expect(Object.keys(errorOf(answer.body).fields ?? {})).toEqual(['email', 'password']);
    for (const body of ['{"email":', '[]', 'null']) {
      const broken = await call(server, 'POST', '/api/session', { body });
      expect([broken.status, errorOf(broken.body).code]).toEqual([400, 'invalid-input']);
    }
  });
});

describe('sessions', () => {
  test('are listed, newest first, with what is registered', async () => {
    clock.advance(60_000);
    const first = await signInDemo(server, 'first');
    clock.advance(1_000);
    const second = await signInDemo(server, 'second');
    edge.registered = [first.device.username];
    const { sessions } = v.parse(sessionsResponseSchema, (await call(server, 'GET', '/api/sessions', { token: second.token })).body);
    expect(sessions.slice(0, 2).map(({ deviceName, current, registered }) => ({ deviceName, current, registered }))).toEqual([
      { deviceName: 'second', current: true, registered: false },
      { deviceName: 'first', current: false, registered: true },
    ]);
  });

  test('signing out ends the session and cuts the device off at the edge', async () => {
    const { token, device } = await signInDemo(server);
    expect((await call(server, 'DELETE', '/api/session', { token })).status).toBe(204);
    expect(edge.cut).toContain(device.username);
    expect(await edge.handlers?.ha1(device.username)).toBeNull();
    const after = await call(server, 'GET', '/api/me', { token });
    expect([after.status, errorOf(after.body).code]).toEqual([401, 'not-signed-in']);
  });

  test('another device can be revoked, an unknown session not', async () => {
    const [mine, lost] = [await signInDemo(server), await signInDemo(server)];
    expect((await call(server, 'DELETE', `/api/sessions/${lost.sessionId}`, { token: mine.token })).status).toBe(204);
    expect(edge.cut).toContain(lost.device.username);
    expect((await call(server, 'GET', '/api/me', { token: lost.token })).status).toBe(401);
    expect((await call(server, 'DELETE', `/api/sessions/${lost.sessionId}`, { token: mine.token })).status).toBe(404);
    expect((await call(server, 'DELETE', '/api/sessions/unknown', { token: mine.token })).status).toBe(404);
  });

  test.each(['/api/me', '/api/people', '/api/sessions', '/api/changes'])('%s needs a token', async (path) => {
    for (const headers of [{}, { authorization: 'Bearer unknown' }, { authorization: 'Basic YTpi' }]) {
      const answer = await call(server, 'GET', path, { headers });
      expect([answer.status, errorOf(answer.body).code]).toEqual([401, 'not-signed-in']);
    }
  });
});

describe('the port', () => {
  test('answers to extensions and its own pages, not to other sites', async () => {
    const from = (origin: string) => call(server, 'GET', '/api/me', { headers: { origin } });
    for (const origin of ['https://evil.example', 'null', `https://${new URL(server.url).host}`]) {
      const refused = await from(origin);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
    for (const origin of ['chrome-extension://abcdefghijklmnopabcdefghijklmnop', 'moz-extension://0b5c-4d', server.url]) {
      const allowed = await from(origin);
      expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
    }
  });

  test('takes no large bodies', async () => {
    const answer = await call(server, 'POST', '/api/session', { body: { email: 'a'.repeat(MAX_BODY) } });
    expect([answer.status, errorOf(answer.body).code]).toEqual([413, 'invalid-input']);
  });

  test('answers unknown addresses and unforeseen failures without telling what is inside', async () => {
    expect(errorOf((await call(server, 'GET', '/nothing')).body).code).toBe('not-found');
    const broken = await runServer({ database: { ...database, db: Object.create(database.db, { select: { value: () => { throw new Error('secret place'); } } }) } });
    const answer = await call(broken.server, 'GET', '/api/me', { token: 'any' });
    await broken.server.close();
    expect([answer.status, answer.body]).toEqual([500, { error: { code: 'internal', message: 'the server failed' } }]);
  });

  test('tells its health', async () => {
    expect(await call(server, 'GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok', database: 'ok', edge: 'ok' } });
    edge.registeredDevices = () => Promise.reject(new Error('gone'));
    expect(await call(server, 'GET', '/healthz')).toMatchObject({ status: 503, body: { status: 'failing', database: 'ok', edge: 'failing' } });
    expect((await call(server, 'GET', '/healthz')).headers.get('x-content-type-options')).toBe('nosniff');
  });
});
