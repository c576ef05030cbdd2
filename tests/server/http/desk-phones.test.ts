import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_ANSWERER, DEMO_PASSWORD } from '@/server/demo/company';
import { openNewPglite } from '../support/pglite-template';
import type { OpenDatabase } from '@/server/database/database';
import type { RunningServer } from '@/server/start';
import type { PhoneServer } from '@/server/telephony/ports';
import { deskPhoneSecretSchema, deskPhonesResponseSchema, MOST_DESK_PHONES } from '@/utils/contract/desk-phones';
import { call, runServer, signInDemo } from '../support/running-server';
import { FakeEdge } from '../support/fake-edge';

const phones: PhoneServer = { host: '192.0.2.1', port: 5060 };
const edge = new FakeEdge();
let database: OpenDatabase;
let server: RunningServer;
let token: string;
beforeAll(async () => {
  database = await openNewPglite();
  ({ server } = await runServer({ database, createCarrier: async () => ({ edge, relay: null, phones, trunk: false, startServices: null }) }));
  ({ token } = await signInDemo(server));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const list = async () => v.parse(deskPhonesResponseSchema, (await call(server, 'GET', '/api/desk-phones', { token })).body);
const add = async (name: string) => v.parse(deskPhoneSecretSchema, (await call(server, 'POST', '/api/desk-phones', { token, body: { name } })).body);
const ha1 = (username: string, password: string) => createHash('md5').update(`${username}:one.example:${password}`).digest('hex');

test('a desk phone is added, rings for its user, is renamed, given a new password and removed', async () => {
  const { phone, credential, server: where } = await add(' Skrivbordet ');
  expect(phone).toMatchObject({ id: credential.username, name: 'Skrivbordet', registered: false });
  expect([credential.domain, where]).toEqual(['one.example', phones]);
  const { directory } = server.host;
  expect(await directory.ha1(phone.id)).toBe(ha1(phone.id, credential.password));
  const user = await directory.userOfDevice(phone.id);
  expect(await directory.devicesOf(user?.id ?? '')).toContain(phone.id);
  expect(JSON.stringify(await list())).not.toContain(credential.password);

  edge.registered = [phone.id];
  expect((await call(server, 'PATCH', `/api/desk-phones/${phone.id}`, { token, body: { name: 'Hallen' } })).status).toBe(204);
  expect(await list()).toMatchObject({ phones: [{ id: phone.id, name: 'Hallen', registered: true }], server: phones });

  const renewed = v.parse(deskPhoneSecretSchema, (await call(server, 'POST', `/api/desk-phones/${phone.id}/secret`, { token })).body);
  expect(renewed.credential.password).not.toBe(credential.password);
  expect(edge.cut).toContain(phone.id);
  expect(await directory.ha1(phone.id)).toBe(ha1(phone.id, renewed.credential.password));

  edge.cut.length = 0;
  expect((await call(server, 'DELETE', `/api/desk-phones/${phone.id}`, { token })).status).toBe(204);
  expect(edge.cut).toContain(phone.id);
  expect(await directory.ha1(phone.id)).toBeNull();
  expect(await directory.devicesOf(user?.id ?? '')).not.toContain(phone.id);
  expect((await list()).phones).toEqual([]);
  expect((await call(server, 'DELETE', `/api/desk-phones/${phone.id}`, { token })).status).toBe(404);
});

test('a desk phone, and a browser, is no business of another user', async () => {
  const { phone } = await add('mine');
  const body = { email: DEMO_ANSWERER.email, password: DEMO_PASSWORD, deviceName: 'x' };
  const other = String((await call(server, 'POST', '/api/session', { body })).body['token']);
  const { device } = await signInDemo(server);
  for (const [method, path, sent] of [
    ['PATCH', phone.id, { name: 'theirs' }],
    ['POST', `${phone.id}/secret`, undefined],
    ['DELETE', phone.id, undefined],
  ] as const) {
    const options = { token: other, ...(sent && { body: sent }) };
    expect((await call(server, method, `/api/desk-phones/${path}`, options)).status).toBe(404);
  }
  expect((await call(server, 'DELETE', `/api/desk-phones/${device.username}`, { token })).status).toBe(404);
  expect((await list()).phones.map(({ name }) => name)).toEqual(['mine']);
  expect((await call(server, 'GET', '/api/desk-phones')).status).toBe(401);
});

test('a user has so many and no more, each with a name', async () => {
  expect((await call(server, 'POST', '/api/desk-phones', { token, body: { name: '  ' } })).status).toBe(400);
  const answers = await Promise.all(Array.from({ length: MOST_DESK_PHONES + 2 }, () => call(server, 'POST', '/api/desk-phones', { token, body: { name: 'more' } })));
  expect(answers.filter(({ status }) => status === 409).length).toBeGreaterThanOrEqual(2);
  expect((await list()).phones).toHaveLength(MOST_DESK_PHONES);
});

test('a server whose edge lets none in says so', async () => {
  const { server: without } = await runServer({ database });
  const { token: mine } = await signInDemo(without);
  expect((await call(without, 'GET', '/api/desk-phones', { token: mine })).body).toMatchObject({ server: null });
  expect((await call(without, 'POST', '/api/desk-phones', { token: mine, body: { name: 'x' } })).status).toBe(503);
  await without.close();
});
