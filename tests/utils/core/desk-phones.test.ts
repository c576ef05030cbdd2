import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';

const PHONE = { id: 'd00000000000000000001', name: 'Hallen', createdAt: '2026-03-01T08:15:00.000Z', registered: false };
const SERVER = { host: '192.0.2.1', port: 5060 };
const SECRET = { phone: PHONE, credential: { username: PHONE.id, password: 'a-password-of-some-length', domain: 'one.test' }, server: SERVER };
const failed = (status: number, code: string) => () => Response.json({ error: { code, message: 'no' } }, { status });

let test: TestCore;
const run = (name: 'list' | 'add' | 'rename' | 'renewSecret' | 'remove') => {
  const { commands } = test.core;
  switch (name) {
    case 'list':
      return commands('deskPhones.list', {});
    case 'add':
      return commands('deskPhones.add', { name: ' Hallen ' });
    case 'rename':
      return commands('deskPhones.rename', { id: PHONE.id, name: 'Hallen' });
    case 'renewSecret':
      return commands('deskPhones.renewSecret', { id: PHONE.id });
    case 'remove':
      return commands('deskPhones.remove', { id: PHONE.id });
  }
};
beforeEach(async () => {
  test = await new TestCore().signedIn();
});
afterEach(() => test.core.dispose());

const done = () => new Response(null, { status: 204 });
it.each([
  ['list', 'GET', '', () => Response.json({ phones: [PHONE], server: null }), { ok: true, phones: [PHONE], server: null }],
  ['add', 'POST', '', () => Response.json(SECRET), { ok: true, secret: SECRET }],
  ['add', 'POST', '', failed(409, 'conflict'), { ok: false, error: 'too-many-phones' }],
  ['rename', 'PATCH', `/${PHONE.id}`, done, { ok: true }],
  ['renewSecret', 'POST', `/${PHONE.id}/secret`, () => Response.json(SECRET), { ok: true, secret: SECRET }],
  ['remove', 'DELETE', `/${PHONE.id}`, done, { ok: true }],
  ['remove', 'DELETE', `/${PHONE.id}`, failed(404, 'not-found'), { ok: true }],
  ['remove', 'DELETE', `/${PHONE.id}`, () => Response.json({}), { ok: false, error: 'not-a-one-server' }],
  ['list', 'GET', '', failed(401, 'not-signed-in'), { ok: false, error: 'not-signed-in' }],
  ['list', 'GET', '', () => Response.json({ phones: [{}] }), { ok: false, error: 'not-a-one-server' }],
] as const)('%s asks the server by %s /api/desk-phones%s', async (name, method, path, answer, result) => {
  test.server.deskPhones = answer;
  expect(await run(name)).toStrictEqual(result);
  expect(test.server.requests.at(-1)).toMatchObject({ method, path: `/api/desk-phones${path}`, authorization: 'Bearer token-1' });
  expect(JSON.stringify([test.state, test.log.lines])).not.toContain(SECRET.credential.password);
});

it('an address cannot be climbed in by an id', async () => {
  expect(await test.core.commands('deskPhones.remove', { id: '../session' })).toStrictEqual({ ok: false, error: 'invalid-input' });
});
