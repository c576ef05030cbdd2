import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { openNewPglite } from '@/tests/server/support/pglite-template';
import { DEMO_AGENT, DEMO_ANSWERER, DEMO_PASSWORD } from '@/server/demo/company';
import { startServices } from '@/server/telephony/services/services';
import { nodeClock } from '@/server/telephony/services/node-clock';
import { createRtpengineRelay } from '@/server/telephony/rtpengine/rtpengine-relay';
import { freeTcpPort, freeUdpPort } from '@/server/telephony/process/free-port';
import { findBinary } from '@/server/telephony/process/find-binary';
import { EventClient } from '@/tests/server/support/event-client';
import { call, runServer } from '@/tests/server/support/running-server';
import { Pstn } from '@/tests/support/e2e-pstn';
import { makeRunDir, testKamailio, testLog } from '@/tests/support/kamailio-edge';
import { connectDevice, ended, type SipDevice } from '@/tests/support/sip-client';
import { ToneMedia, toneOf } from '@/tests/support/tone-media';
import { callRecordSchema } from '@/utils/contract/call-record';
import { deskPhoneSecretSchema } from '@/utils/contract/desk-phones';
import { orderedCallSchema } from '@/utils/contract/ordered-call';

const closing: (() => unknown)[] = [];
let server: Awaited<ReturnType<typeof runServer>>['server'];
let pstn: Pstn;
let token: string;
let events: EventClient;
let desk: SipDevice;
let colleague: SipDevice;

const signIn = async (email: string) => String((await call(server, 'POST', '/api/session', { body: { email, password: DEMO_PASSWORD, deviceName: 'x' } })).body['token']);

async function deskPhone(owner: string, port: number, hertz: number): Promise<SipDevice> {
  const { credential } = v.parse(deskPhoneSecretSchema, (await call(server, 'POST', '/api/desk-phones', { token: owner, body: { name: 'desk' } })).body);
  const phone = await connectDevice({ server: '', ...credential, deskPort: port, media: () => new ToneMedia(hertz) });
  closing.unshift(() => phone.stop());
  expect((await phone.register()).status).toBe(200);
  return phone;
}

beforeAll(async () => {
  const { runDir, remove } = makeRunDir('ordered');
  closing.unshift(remove);
  const database = await openNewPglite();
  closing.unshift(() => database.close());
  pstn = await Pstn.open();
  closing.unshift(() => pstn.close());
  const port = await freeTcpPort('127.0.0.1', await freeUdpPort('127.0.0.1'));
  const trunk = { host: '127.0.0.1', port: pstn.port, transport: 'udp' as const, username: null, password: null };
  const relay = createRtpengineRelay({ binary: findBinary('rtpengine', process.env['PATH']) ?? '', runDir: join(runDir, 'rtpengine'), log: testLog, address: '127.0.0.1', ports: { first: 21_500, last: 21_900 } });
  const edge = testKamailio({ runDir: join(runDir, 'kamailio'), domain: 'one.example', relay, trunk, phonePort: port });
  let ready: Promise<void> | null = null;
  const createCarrier = async () => ({
    edge,
    relay,
    phones: { host: '127.0.0.1', port },
    trunk: true,
    startServices: async (options: Parameters<typeof startServices>[0]) => {
      const services = startServices(options);
      ({ ready } = services);
      return services;
    },
  });
  ({ server } = await runServer({ database, clock: nodeClock, createCarrier, settings: { edgeLifetime: 'server' } }));
  closing.unshift(() => server.close());
  token = await signIn(DEMO_AGENT.email);
  events = await new EventClient(server).hello(token);
  desk = await deskPhone(token, port, 500);
  colleague = await deskPhone(await signIn(DEMO_ANSWERER.email), port, 700);
  await ready;
});
afterAll(async () => {
  events.socket.close();
  for (const close of closing) await close();
});

const order = (target: string, via: string) => call(server, 'POST', '/api/calls', { token, body: { target, via } });
const progress = (id: string) =>
  events.changes.filter((change) => change.collection === 'orderedCalls' && change.id === id).map(({ item }) => {
    const { state, end, status } = v.parse(orderedCallSchema, item);
    return [state, end, status].filter((part) => part !== null).join(' ');
  });

it('calls the desk phone, which shows whom it is for, then the colleague as the user; they hear each other, and it is one record', async () => {
  const { id } = v.parse(orderedCallSchema, (await order(DEMO_ANSWERER.extension, desk.username)).body);
  const mine = await desk.calls.next();
  expect(mine.from).toContain(DEMO_ANSWERER.extension);
  await mine.session.accept();
  const theirs = await colleague.calls.next();
  expect(theirs.from).toContain(DEMO_AGENT.fixedNumber);
  await theirs.session.accept();
  await expect.poll(() => progress(id)).toEqual(['calling-phone', 'calling-number', 'connected']);
  await expect.poll(() => [toneOf(mine.session).hears(700), toneOf(theirs.session).hears(500)], { timeout: 10_000 }).toEqual([true, true]);
  await theirs.session.bye();
  await ended(mine.session);
  await expect.poll(() => progress(id).at(-1)).toBe('ended hung-up');
  const records = () => events.changes.filter((change) => change.collection === 'calls').map(({ item }) => v.parse(callRecordSchema, item));
  await expect.poll(() => records().at(-1)?.endedAt).not.toBeNull();
  expect(new Set(records().map((record) => record.id)).size).toBe(1);
  expect(records().at(-1)).toMatchObject({ direction: 'outgoing', number: DEMO_ANSWERER.fixedNumber, status: 200, endedBy: 'callee' });
});

it('is cancelled while the desk phone rings', async () => {
  const { id } = v.parse(orderedCallSchema, (await order(DEMO_ANSWERER.extension, desk.username)).body);
  const mine = await desk.calls.next();
  expect((await call(server, 'DELETE', `/api/calls/${id}`, { token })).status).toBe(204);
  await ended(mine.session);
  await expect.poll(() => progress(id)).toEqual(['calling-phone', 'ended cancelled']);
  expect((await call(server, 'DELETE', `/api/calls/${id}`, { token })).status).toBe(404);
});

it('tells why it failed: the phone, or the number', async () => {
  const first = v.parse(orderedCallSchema, (await order(DEMO_ANSWERER.extension, desk.username)).body);
  await (await desk.calls.next()).session.reject({ statusCode: 486 });
  await expect.poll(() => progress(first.id).at(-1)).toBe('ended phone-failed 486');
  const second = v.parse(orderedCallSchema, (await order(DEMO_ANSWERER.extension, desk.username)).body);
  const mine = await desk.calls.next();
  await mine.session.accept();
  await (await colleague.calls.next()).session.reject({ statusCode: 603 });
  await expect.poll(() => progress(second.id).at(-1)).toBe('ended number-failed 603');
  await ended(mine.session);
});

it('calls the own mobile by the trunk with the own number, and nobody else\'s phone', async () => {
  const { id } = v.parse(orderedCallSchema, (await order(DEMO_ANSWERER.extension, 'mobile')).body);
  await expect.poll(() => pstn.invites.at(-1)?.start ?? '').toContain(DEMO_AGENT.mobileNumber);
  const theirs = await colleague.calls.next();
  await call(server, 'DELETE', `/api/calls/${id}`, { token });
  await ended(theirs.session);
  expect((await order('112', colleague.username)).status).toBe(404);
});
