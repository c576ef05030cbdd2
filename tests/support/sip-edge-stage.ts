import type { SipEdge } from '@/server/telephony/ports';
import { connectDevice, newDeviceName, type SipDevice, type SipDeviceOptions } from './sip-client';
import { createEdgeRecorder, type EdgeRecorder, type Plan } from './sip-edge-recorder';
import { openPipe, type SipPipe } from './sip-pipe';
import { connectRaw, type RawSip } from './sip-raw-client';

/** Makes an edge that is not started yet; called again for each restart. */
export type MakeEdge = (options: { readonly domain: string }) => SipEdge | Promise<SipEdge>;

/** An edge with the One server's side of it and as many phones as a test wants. */
export interface EdgeStage {
  readonly domain: string;
  readonly server: EdgeRecorder;
  readonly pipe: SipPipe;
  readonly edge: SipEdge;
  /** A registered phone of a new device. */
  phone(displayName?: string): Promise<SipDevice>;
  /** One whose connection came in over TLS. */
  securePhone(): Promise<SipDevice>;
  /** A registered desk phone: plain SIP over UDP to this port. */
  deskPhone(port: number): Promise<SipDevice>;
  /** A phone that is connected only. */
  strange(username: string, password: string): Promise<SipDevice>;
  raw(): Promise<RawSip>;
  /** A plan that rings these phones together. */
  ring(phones: readonly SipDevice[], more?: { readonly ringMs?: number; readonly then?: Plan }): Plan;
  restartEdge(): Promise<void>;
  /** Ends the phones of one test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export const SHOWN = Object.freeze({ number: '+46812345678', name: 'Anna Åkesson' });

export async function openStage(makeEdge: MakeEdge, domain = 'one.test'): Promise<EdgeStage> {
  const server = createEdgeRecorder(domain);
  const pipe = await openPipe();
  const phones: SipDevice[] = [];
  const raws: RawSip[] = [];

  async function start(): Promise<SipEdge> {
    const edge = await makeEdge({ domain });
    await edge.start(server.handlers);
    pipe.pointTo(edge.webSocketPort);
    return edge;
  }
  let edge = await start();

  const strange: EdgeStage['strange'] = async (username, password) => {
    const phone = await connectDevice({ server: pipe.url, domain, username, password });
    phones.push(phone);
    return phone;
  };

  async function registered(options: Pick<SipDeviceOptions, 'displayName' | 'secure' | 'deskPort'>): Promise<SipDevice> {
    const username = newDeviceName();
    const password = server.enrol(username);
    const phone = await connectDevice({ server: pipe.url, domain, username, password, ...options });
    phones.push(phone);
    const { status } = await phone.register();
    if (status !== 200) throw new Error(`registration of a test phone failed: ${status}`);
    return phone;
  }

  return {
    domain,
    server,
    pipe,
    get edge() {
      return edge;
    },
    strange,
    phone: (displayName) => registered(displayName === undefined ? {} : { displayName }),
    securePhone: () => registered({ secure: true }),
    deskPhone: (deskPort) => registered({ deskPort }),
    async raw() {
      const raw = await connectRaw(pipe.url);
      raws.push(raw);
      return raw;
    },
    ring(rung, { ringMs = 20_000, then = [] } = {}) {
      const targets = rung.map(({ username }) => ({ kind: 'device' as const, username }));
      return [{ act: 'route', targets, ringMs, identity: SHOWN }, ...then];
    },
    async restartEdge() {
      pipe.pointTo(null);
      await edge.close('stop');
      pipe.breakAll();
      edge = await start();
    },
    async clear() {
      for (const raw of raws.splice(0)) raw.close();
      await Promise.all(phones.splice(0).map((phone) => phone.stop()));
    },
    async close() {
      await edge.close('stop');
      await pipe.close();
    },
  };
}
