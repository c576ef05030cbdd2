import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openNewPglite } from '../support/pglite-template';
import type { OpenDatabase } from '@/server/database/database';
import { EventClient } from '../support/event-client';
import { FakeEdge } from '../support/fake-edge';
import { runServer } from '../support/running-server';

let database: OpenDatabase;
let folder: string;
beforeAll(async () => {
  database = await openNewPglite();
  folder = mkdtempSync(path.join(os.tmpdir(), 'one-tls-'));
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...request, '-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')], { stdio: 'ignore' });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('with a certificate the port speaks TLS for pages, API, events and the pipe to the edge', async () => {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const edge = new FakeEdge();
  const createCarrier = async () => ({ edge, relay: null, trunk: false, startServices: null });
  const { server } = await runServer({ database, settings: { tls: { cert: read('cert.pem'), key: read('key.pem') } }, createCarrier });
  expect(server.url).toMatch(/^https:/);
  const answer = await new Promise<{ status?: number; hsts?: unknown }>((resolve, reject) => {
    get(`${server.url}/healthz`, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, hsts: response.headers['strict-transport-security'] });
    }).once('error', reject);
  });
  expect(answer).toEqual({ status: 200, hsts: 'max-age=31536000' });
  const client = await new EventClient(server, { origin: server.url }).open();
  client.send('broken');
  expect(await client.closed).toBe(4400);
  const phone = new WebSocket(`${server.url.replace('https', 'wss')}/sip`, 'sip', { rejectUnauthorized: false, origin: server.url });
  await once(phone, 'open');
  phone.send('OPTIONS');
  expect(String((await once(phone, 'message'))[0])).toBe('OPTIONS');
  phone.terminate();
  await server.close();
});

test('a certificate that is none is said plainly', async () => {
  const starting = runServer({ database, settings: { tls: { cert: 'no certificate', key: 'no key' } } });
  await expect(starting).rejects.toThrow(/ONE_TLS_CERT and ONE_TLS_KEY cannot be used/);
});
