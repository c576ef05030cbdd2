import { join } from 'node:path';
import * as v from 'valibot';
import { openNewPglite } from '@/tests/server/support/pglite-template';
import { DEMO_PASSWORD } from '@/server/demo/company';
import type { RunningServer } from '@/server/start';
import { findBinary } from '@/server/telephony/process/find-binary';
import { freeTcpPort, freeUdpPort } from '@/server/telephony/process/free-port';
import { createNgClient } from '@/server/telephony/rtpengine/ng-client';
import { createRtpengineRelay } from '@/server/telephony/rtpengine/rtpengine-relay';
import { nodeClock } from '@/server/telephony/services/node-clock';
import { startServices } from '@/server/telephony/services/services';
import { call, runServer } from '@/tests/server/support/running-server';
import { makeRunDir, testKamailio, testLog } from '@/tests/support/kamailio-edge';
import { connectDevice, type SipDevice } from '@/tests/support/sip-client';
import { deskPhoneSecretSchema } from '@/utils/contract/desk-phones';
import { ToneMedia } from './tone-media';
import { openTrunkEnd, type TrunkEnd } from './trunk-end';

const DOMAIN = 'one.example';

interface Person {
  readonly token: string;
  readonly device: { readonly username: string; readonly password: string };
}

/** A One server with the demo company, a real edge and relay, and a trunk of many calls. */
export interface TransferStage {
  readonly trunk: TrunkEnd;
  server(): RunningServer;
  signIn(person: { readonly email: string }): Promise<Person>;
  /** The registered browser of somebody signed in; it describes media only. */
  browser(person: Person): Promise<SipDevice>;
  /** A registered desk phone that sounds a tone. */
  desk(person: Person, hertz: number): Promise<SipDevice>;
  mediaSessions(): Promise<number>;
  /** The server stops, and calls go on. */
  leave(): Promise<void>;
  /** Another one takes over. */
  follow(): Promise<void>;
  close(): Promise<void>;
}

export async function openTransferStage(): Promise<TransferStage> {
  const { runDir, remove } = makeRunDir('transfers');
  const database = await openNewPglite();
  const phonePort = await freeTcpPort('127.0.0.1', await freeUdpPort('127.0.0.1'));
  const localPort = await freeUdpPort('127.0.0.1');
  const trunkConfig = { host: '127.0.0.1', port: localPort, transport: 'udp' as const, username: null, password: null };
  const phones: SipDevice[] = [];

  async function start(edgeLifetime: 'independent' | 'server') {
    const relay = createRtpengineRelay({ binary: findBinary('rtpengine', process.env['PATH']) ?? '', runDir: join(runDir, 'rtpengine'), log: testLog, address: '127.0.0.1', ports: { first: 21_500, last: 21_900 } });
    const edge = testKamailio({ runDir: join(runDir, 'kamailio'), domain: DOMAIN, relay, trunk: trunkConfig, phonePort });
    let ready: Promise<void> | null = null;
    const createCarrier = async () => ({
      edge,
      relay,
      phones: { host: '127.0.0.1', port: phonePort },
      trunk: true,
      startServices: async (options: Parameters<typeof startServices>[0]) => {
        const services = startServices(options);
        ({ ready } = services);
        return services;
      },
    });
    const { server } = await runServer({ database, clock: nodeClock, log: testLog, createCarrier, settings: { edgeLifetime } });
    await ready;
    return { edge, relay, server, edgeLifetime };
  }

  let running = await start('independent');
  const control = createNgClient(running.relay.controlAddress);
  const trunk = await openTrunkEnd({ port: running.edge.sipPort, localPort });

  async function registered(phone: SipDevice): Promise<SipDevice> {
    phones.push(phone);
    const { status } = await phone.register();
    if (status !== 200) throw new Error(`registration of a test phone failed: ${status}`);
    return phone;
  }

  const follow = async () => void (running = await start('server'));

  return {
    trunk,
    server: () => running.server,
    signIn: async ({ email }) => (await call(running.server, 'POST', '/api/session', { body: { email, password: DEMO_PASSWORD, deviceName: 'x' } })).body as unknown as Person,
    browser: async ({ device }) => registered(await connectDevice({ server: `ws://127.0.0.1:${running.edge.webSocketPort}/sip`, domain: DOMAIN, ...device })),
    async desk({ token }, hertz) {
      const { credential } = v.parse(deskPhoneSecretSchema, (await call(running.server, 'POST', '/api/desk-phones', { token, body: { name: 'desk' } })).body);
      return registered(await connectDevice({ server: '', ...credential, deskPort: phonePort, media: () => new ToneMedia(hertz) }));
    },
    async mediaSessions() {
      const { calls } = await control.command('list');
      return Array.isArray(calls) ? calls.length : 0;
    },
    leave: () => running.server.close(),
    follow,
    async close() {
      await Promise.all(phones.map((phone) => phone.stop()));
      await trunk.stop();
      control.close();
      // One that leaves its edge behind cannot end it.
      if (running.edgeLifetime === 'independent') {
        await running.server.close();
        await follow();
      }
      await running.server.close();
      await database.close();
      remove();
    },
  };
}
