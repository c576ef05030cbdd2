import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openNewPglite } from '../support/pglite-template';
import type { OpenDatabase } from '@/server/database/database';
import type { RunningServer } from '@/server/start';
import { FakeEdge } from '../support/fake-edge';
import { runServer } from '../support/running-server';

let database: OpenDatabase;
let server: RunningServer;
let edge: FakeEdge;
const open: WebSocket[] = [];
beforeAll(async () => {
  database = await openNewPglite();
});
afterAll(() => database.close());
beforeEach(async () => {
  edge = new FakeEdge();
  const settings = { allowedOrigins: ['https://crm.example.se'], maxConnectionsPerAddress: 2, edgeLifetime: 'independent' as const };
  ({ server } = await runServer({ database, settings, createCarrier: async () => ({ edge, relay: null, trunk: false, startServices: null }) }));
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await server.close();
});

function connect(path: string, headers: Record<string, string> = {}): WebSocket {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, 'sip', { headers });
  open.push(socket);
  return socket;
}

/** HTTP status an upgrade is answered with; 101 when it is taken. */
async function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = connect(path, headers);
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
}

test('pipes /sip to the edge byte for byte, both ways, and only what the edge needs to know', async () => {
  const secrets = { cookie: 'a=b', authorization: 'Bearer secret', 'x-forwarded-for': '203.0.113.9', 'sec-websocket-extensions': 'permessage-deflate' };
  const socket = connect('/sip', secrets);
  await once(socket, 'open');
  expect(socket.protocol).toBe('sip');
  const large = 'OPTIONS sip:one.example SIP/2.0\r\n'.repeat(20_000);
  socket.send(large);
  const [echoed] = await once(socket, 'message');
  expect(String(echoed)).toBe(large);
  const seen = edge.upgradeHeaders[0];
  expect(seen).toMatchObject({ url: '/sip', upgrade: 'websocket', 'sec-websocket-protocol': 'sip' });
  for (const name of Object.keys(secrets)) expect(seen).not.toHaveProperty(name);
});

test('the edge closing closes the client, and the client closing frees its place', async () => {
  const [first, second] = [connect('/sip'), connect('/sip')];
  await Promise.all([once(first, 'open'), once(second, 'open')]);
  expect(await statusOf('/sip')).toBe(429);
  first.terminate();
  await expect.poll(() => statusOf('/sip')).toBe(101);
  const closed = once(second, 'close');
  await edge.close('stop');
  await closed;
  expect(await statusOf('/sip')).toBe(503);
});

test('takes WebSockets on its own paths only', async () => {
  for (const path of ['/', '/sip/', '/sip?x=1', '/sipx', '/SIP', '//sip', '/api/events/', '/api/me', '/%73ip']) expect([path, await statusOf(path)]).toEqual([path, 404]);
  expect(edge.upgradeHeaders.filter((headers) => headers['url'] !== '/sip')).toEqual([]);
});

test.each(['/sip', '/api/events'])('%s takes extensions, its own pages and configured origins, nobody else', async (path) => {
  const own = server.url;
  const taken = ['chrome-extension://abcdefghijklmnopabcdefghijklmnop', 'moz-extension://7e1f-11', own, 'https://crm.example.se'];
  for (const origin of taken) {
    await expect.poll(() => statusOf(path, { origin })).toBe(101);
    for (const socket of open.splice(0)) socket.terminate();
  }
  const refused = ['https://evil.example', 'null', 'https://crm.example.se.evil.example', `${own}0`, 'chrome-extension://a b', 'http://chrome-extension'];
  for (const origin of refused) expect([origin, await statusOf(path, { origin })]).toEqual([origin, 403]);
});

test('a program without an origin is let in from this machine only, also behind a proxy on it', async () => {
  expect(await statusOf('/sip')).toBe(101);
  const { server: proxied } = await runServer({ database, settings: { trustedProxies: ['127.0.0.1'] } });
  const status = (from: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`${proxied.url.replace('http', 'ws')}/api/events`, { headers: { 'x-forwarded-for': from } });
      open.push(socket);
      socket.on('error', () => undefined);
      socket.once('open', () => resolve(101));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    });
  expect(await status('203.0.113.9')).toBe(403);
  expect(await status('127.0.0.1')).toBe(101);
  await proxied.close();
});

test('the edge is left as its lifetime says when the server stops', async () => {
  const socket = connect('/sip');
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await server.close();
  await closed;
  expect(edge.closed).toEqual(['detach']);
});
