import { resolve } from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import { createEmbeddedEdge } from './embedded';
import { createKamailioEdge } from './kamailio/kamailio-edge';
import { EdgeStartError, type MediaRelay, type PhoneServer, type SipEdge, type TrunkConfig } from './ports';
import { findBinary } from './process/find-binary';
import { localAddressTowards } from './process/local-address';
import { createRtpengineRelay } from './rtpengine/rtpengine-relay';

export interface EdgeConfig {
  readonly edge: 'auto' | 'kamailio' | 'embedded';
  readonly sipDomain: string;
  /** The edge's own files live below it. */
  readonly dataDir: string;
  readonly trunk: TrunkConfig | null;
  /** Where the trunk reaches us; absent: the address towards it, and a port that stays the same once chosen. */
  readonly sipAddress?: string | null;
  readonly sipPort?: number | null;
  /** Port of `sipAddress` for desk phones; absent or null: none are let in. */
  readonly phonePort?: number | null;
  /** Address outside of a NAT. */
  readonly publicAddress?: string | null;
  /** Shared memory of Kamailio. */
  readonly edgeMemoryMb?: number;
}

export interface ChosenEdge {
  readonly edge: SipEdge;
  /** To be started before the edge, and closed after it. */
  readonly relay: MediaRelay | null;
  /** Where desk phones register; null: nowhere. */
  readonly phones: PhoneServer | null;
  /** What this choice cannot do and what would help, a sentence each; for people. */
  readonly lacks: readonly string[];
}

const onThisMachine = (name: string) => findBinary(name, process.env['PATH']);
const INSTALL = 'tools/install-debian.sh installs it.';

/**
 * Kamailio with rtpengine where they are installed, the embedded edge otherwise.
 * Throws EdgeStartError when ONE_EDGE asks for what is not there.
 */
export async function createEdge(config: EdgeConfig, log: Logger, find = onThisMachine): Promise<ChosenEdge> {
  const kamailio = config.edge === 'embedded' ? null : find('kamailio');
  if (config.edge === 'kamailio' && kamailio === null) {
    throw new EdgeStartError(`ONE_EDGE=kamailio, but Kamailio is not installed. ${INSTALL}`);
  }
  const chosen = kamailio === null ? embedded(config, log) : await withKamailio(config, log, kamailio, find('rtpengine'));
  for (const sentence of chosen.lacks) log.warn(sentence);
  return chosen;
}

function embedded(config: EdgeConfig, log: Logger): ChosenEdge {
  const why = config.edge === 'embedded' ? 'ONE_EDGE=embedded' : `Kamailio is not installed (${INSTALL})`;
  const lacks = [`${why}: calls go through the embedded edge, without a trunk to the telephone network, desk phones, recording or hold music.`];
  if (config.trunk) lacks.push('The configured trunk is not used.');
  if (config.phonePort) lacks.push('Desk phones cannot register: they need Kamailio.');
  return { edge: createEmbeddedEdge({ domain: config.sipDomain, log }), relay: null, phones: null, lacks };
}

async function withKamailio(config: EdgeConfig, log: Logger, binary: string, rtpengine: string | null): Promise<ChosenEdge> {
  const { trunk, dataDir, publicAddress = null } = config;
  const lacks: string[] = [];
  if (trunk && rtpengine === null) {
    lacks.push(`rtpengine is not installed: browsers cannot talk to the trunk, so it is not used. ${INSTALL}`);
  }
  if (config.phonePort && rtpengine === null) {
    lacks.push(`rtpengine is not installed: browsers cannot talk to desk phones, so those cannot register. ${INSTALL}`);
  }
  const used = rtpengine === null ? null : trunk;
  const phonePort = rtpengine === null ? null : (config.phonePort ?? null);
  const address = config.sipAddress ?? (used ? await addressTowards(used) : '127.0.0.1');
  const relay = (used || phonePort !== null) && rtpengine !== null
    ? createRtpengineRelay({ binary: rtpengine, runDir: resolve(dataDir, 'rtpengine'), log, address, advertise: publicAddress })
    : null;
  const edge = createKamailioEdge({
    binary,
    runDir: resolve(dataDir, 'kamailio'),
    domain: config.sipDomain,
    log,
    memoryMb: config.edgeMemoryMb ?? 256,
    trunk: used,
    phonePort,
    sip: { host: address, port: config.sipPort ?? null, advertise: publicAddress },
    relay,
  });
  return { edge, relay, phones: phonePort === null ? null : { host: publicAddress ?? address, port: phonePort }, lacks };
}

async function addressTowards({ host, port }: TrunkConfig): Promise<string> {
  try {
    return await localAddressTowards(host, port);
  } catch (error) {
    throw new EdgeStartError(`No way to the trunk ${host}: ${String(error)}`);
  }
}
