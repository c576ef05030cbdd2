import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewPglite } from '../support/pglite-template';
import type { OpenDatabase } from '@/server/database/database';
import { createApp } from '@/server/app';
import { createDeskPhones } from '@/server/accounts/desk-phones';
import { createSessions } from '@/server/accounts/sessions';
import { createSignInLimits } from '@/server/accounts/sign-in-limits';
import { createCallQualities } from '@/server/call-records/call-quality';
import { silentLog } from '../support/silent-log';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openNewPglite();
});
afterAll(() => database.close());

function app() {
  const { db } = database;
  return createApp({
    db,
    sessions: createSessions(db, 'one.example', Date.now),
    limits: createSignInLimits(db, Date.now),
    sipUrls: [],
    iceServers: () => ({ iceServers: [], iceLifetime: null }),
    trustedProxies: [],
    deskPhones: createDeskPhones(db, 'one.example', Date.now),
    callQualities: createCallQualities(db, Date.now),
    ordering: () => null,
    phoneServer: () => null,
    registeredDevices: async () => [],
    cutOff: async () => undefined,
    health: { database: async () => undefined, edge: null },
    origins: { allowed: [], secure: false },
    log: silentLog,
    now: Date.now,
  });
}

interface Operation {
  summary?: string;
  security?: unknown[];
  responses?: Record<string, { description?: string }>;
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { securitySchemes: object } };

const document = async () => (await (await app().request('/api/openapi.json')).json()) as Document;

test('every route of the server is in the OpenAPI document, with a summary, its answers and its errors', async () => {
  const { openapi, paths } = await document();
  expect(openapi).toBe('3.1.0');
  const routes = app().routes.filter((route) => route.method !== 'ALL');
  expect(routes.length).toBeGreaterThanOrEqual(8);
  for (const { method, path } of routes) {
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(operation?.summary, `${method} ${path}`).toMatch(/\w/);
    expect(operation?.security, `${method} ${path}`).toBeDefined();
    for (const [status, answer] of Object.entries(operation?.responses ?? {})) expect(answer.description, `${method} ${path} ${status}`).toMatch(/\w/);
  }
  expect(Object.keys(paths['/api/session']?.['post']?.responses ?? {})).toEqual(['200', '400', '401', '429', '500']);
});

test('every reference in the document leads somewhere, and path parameters are declared', async () => {
  const whole = await document();
  for (const [, target] of JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = (target ?? '').split('/').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], whole);
    expect(found, target).toBeDefined();
  }
  expect(whole.paths['/api/sessions/{id}']?.['delete']).toMatchObject({ parameters: [{ name: 'id', in: 'path', required: true }] });
  expect(whole.paths['/api/session']?.['post']).toMatchObject({
    requestBody: { content: { 'application/json': { schema: { required: ['email', 'password', 'deviceName'] } } } },
  });
});
