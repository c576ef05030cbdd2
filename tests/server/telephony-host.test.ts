import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { callRecordSchema } from '@/utils/contract/call-record';
import type { DeviceCredential } from '@/utils/contract/account-api';
import type { OpenDatabase } from '@/server/database/database';
import { openNewPglite } from './support/pglite-template';
import { DEMO_AGENT, DEMO_ANSWERER, DEMO_PASSWORD } from '@/server/demo/company';
import type { RunningServer } from '@/server/start';
import { createEmbeddedEdge } from '@/server/telephony/embedded/embedded-edge';
import { EdgeStartError, type MediaRelay, type SipEdge } from '@/server/telephony/ports';
import { nodeClock } from '@/server/telephony/services/node-clock';
import { ServiceAgent } from '@/server/telephony/services/service-agent';
import { untilEnded } from '@/server/telephony/services/service-call';
import { startServices } from '@/server/telephony/services/services';
import { EventClient } from './support/event-client';
import { call, runServer, signInDemo } from './support/running-server';
import { silentLog } from './support/silent-log';

const MINUTE = 60_000;
const phones: ServiceAgent[] = [];
let database: OpenDatabase;
let server: RunningServer;
let edge: SipEdge;
let servicesReady: Promise<void> | null = null;
beforeAll(async () => {
  database = await openNewPglite();
  edge = createEmbeddedEdge({ domain: 'one.example', log: silentLog });
  const createCarrier = async () => ({
    edge,
    relay: null,
    trunk: false,
    startServices: async (options: Parameters<typeof startServices>[0]) => {
      const services = startServices(options);
      servicesReady = services.ready;
      return services;
    },
  });
  ({ server } = await runServer({ database, clock: nodeClock, createCarrier }));
  await servicesReady;
});
afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
  await server.close();
  await database.close();
});

/** A phone that registers through the public port, as the extension does. */
async function phoneOf(device: DeviceCredential, at = server): Promise<ServiceAgent> {
  const home = { webSocketPort: at.port, domain: device.domain, log: silentLog, clock: nodeClock };
  const limits = { maxCalls: 1, maxCallMs: MINUTE, silenceMs: MINUTE };
  const phone = new ServiceAgent(home, { name: 'phone', device, codecs: ['pcma'], answerAfterMs: 0, onCall: ({ ended }) => untilEnded(ended), ...limits });
  phones.push(phone);
  await phone.whenRegistered();
  return phone;
}

async function recordsOf(client: EventClient) {
  await client.until((events) => events.some((event) => event.type === 'changes' && event.changes.some(({ item }) => v.parse(callRecordSchema, item).endedAt !== null)));
  const last = client.changes.at(-1);
  return v.parse(callRecordSchema, last?.item);
}

test('a signed-in device registers over /sip, calls the echo test, and the record comes by the feed', async () => {
  const { device, token, sessionId } = await signInDemo(server);
  const phone = await phoneOf(device);
  const sessions = (await call(server, 'GET', '/api/sessions', { token })).body['sessions'];
  expect(sessions).toContainEqual(expect.objectContaining({ id: sessionId, registered: true }));
  const client = await new EventClient(server).hello(token);
  await phone.call('*43', async () => undefined);
  expect(await recordsOf(client)).toMatchObject({ direction: 'outgoing', number: '*43', status: 200, endedBy: 'caller' });
  client.socket.close();
});

test('a service number dialled while its phone still starts waits for it', async () => {
  let startNow: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    startNow = resolve;
  });
  const createCarrier = async () => ({
    edge: createEmbeddedEdge({ domain: 'one.example', log: silentLog }),
    relay: null,
    trunk: false,
    startServices: (options: Parameters<typeof startServices>[0]) => held.then(() => startServices(options)),
  });
  const early = (await runServer({ database, clock: nodeClock, createCarrier })).server;
  try {
    const phone = await phoneOf((await signInDemo(early)).device, early);
    let answered = false;
    const calling = phone.call('*43', async () => void (answered = true));
    startNow();
    await calling;
    expect(answered).toBe(true);
  } finally {
    await phones.pop()?.close();
    await early.close();
  }
});

test('a colleague is reached by extension, and both have their own record', async () => {
  const mine = await signInDemo(server);
  const answer = await call(server, 'POST', '/api/session', { body: { email: DEMO_ANSWERER.email, password: DEMO_PASSWORD, deviceName: 'x' } });
  const theirs = answer.body as unknown as typeof mine;
  const phone = await phoneOf(mine.device);
  await phoneOf(theirs.device);
  const client = await new EventClient(server).hello(theirs.token);
  await phone.call(DEMO_ANSWERER.extension, async () => undefined);
  expect(await recordsOf(client)).toMatchObject({
    direction: 'incoming',
    number: DEMO_AGENT.fixedNumber,
    name: DEMO_AGENT.name,
    answeredBy: theirs.device.username,
    endedBy: 'caller',
  });
  client.socket.close();
});

test('a revoked device loses its connection to the edge and is not registered again', async () => {
  const { device, token } = await signInDemo(server);
  const phone = await phoneOf(device);
  await call(server, 'DELETE', '/api/session', { token });
  await expect.poll(() => phone.registered).toBe(false);
  expect(await edge.registeredDevices()).not.toContain(device.username);
});

test('an edge that cannot start leaves no media relay running', async () => {
  const closed: string[] = [];
  const relay: MediaRelay = {
    controlAddress: { host: '127.0.0.1', port: 1 },
    start: () => Promise.resolve(),
    close: (how) => Promise.resolve(void closed.push(how)),
  };
  const broken: SipEdge = Object.create(edge, { start: { value: () => Promise.reject(new EdgeStartError('no Kamailio')) } }) as SipEdge;
  const createCarrier = () => Promise.resolve({ edge: broken, relay, trunk: true, startServices: null });
  await expect(runServer({ database, clock: nodeClock, createCarrier })).rejects.toThrow(EdgeStartError);
  expect(closed).toHaveLength(1);
});
