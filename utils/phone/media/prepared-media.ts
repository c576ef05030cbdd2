import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { RelayProbe } from '@/utils/contract/relay-probe';
import type { IceServer } from '@/utils/contract/sip-account';
import { CallMedia } from './call-media';
import { rtcIceServers } from './ice-servers';
import { probeRelay } from './relay-probe';

/** A gathered offer older than this is made anew: addresses and NAT mappings change unseen. Milliseconds. */
const LIFETIME = 300_000;

export interface PreparedMediaOptions {
  readonly createPeerConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** One DTLS certificate for all calls of this host, made ahead; absent where the host cannot. */
  readonly generateCertificate?: () => Promise<RTCCertificate>;
  readonly iceServers: readonly IceServer[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Hands out the audio of a new call; keeps one offer gathered, so that a click is an INVITE at once. */
export class PreparedMedia {
  readonly #options: PreparedMediaOptions;
  readonly #servers: { stun: boolean; turn: boolean };
  #certificate: RTCCertificate | null = null;
  #waiting: CallMedia | null = null;
  #cancelRenewal: (() => void) | null = null;
  #disposed = false;

  constructor(options: PreparedMediaOptions) {
    this.#options = options;
    const urls = options.iceServers.flatMap((server) => server.urls);
    this.#servers = { stun: urls.some((url) => /^stuns?:/.test(url)), turn: urls.some((url) => /^turns?:/.test(url)) };
  }

  /** Makes an offer ready. Not where TURN is configured: each waiting offer would hold an allocation on the relay. */
  async warm(): Promise<void> {
    await this.#certify();
    if (this.#waiting !== null || this.#servers.turn || this.#disposed) return;
    let media: CallMedia | null = null;
    try {
      media = this.#create();
      this.#waiting = media;
      this.#cancelRenewal = this.#options.clock.after(LIFETIME, () => this.renew());
      await media.prepareOffer();
    } catch (error) {
      this.#options.log.debug('offer could not be prepared', { error: String(error) });
      if (this.#waiting === media) this.#drop();
    }
  }

  /** The network changed: what was gathered is void. */
  renew(): void {
    const had = this.#waiting !== null;
    this.#drop();
    if (had) void this.warm();
  }

  forOutgoing(): CallMedia {
    const ready = this.#waiting;
    this.#waiting = null;
    this.#drop();
    return ready ?? this.#create();
  }

  forIncoming(): CallMedia {
    return this.#create();
  }

  /** Whether the relay of the next call can be reached. */
  probeRelay(): Promise<RelayProbe> {
    return probeRelay(this.#options);
  }

  dispose(): void {
    this.#disposed = true;
    this.#drop();
  }

  #create(): CallMedia {
    const { createPeerConnection, iceServers, clock } = this.#options;
    const connection = createPeerConnection({
      iceServers: rtcIceServers(iceServers),
      // With one audio section nothing is lost by it, and an answer without BUNDLE (rtpengine's, a plain PBX's) is taken.
      bundlePolicy: 'balanced',
      rtcpMuxPolicy: 'require',
      ...(this.#certificate && { certificates: [this.#certificate] }),
    });
    return new CallMedia({ connection, clock, servers: this.#servers });
  }

  async #certify(): Promise<void> {
    const { generateCertificate, clock, log } = this.#options;
    const day = 86_400_000;
    if (!generateCertificate || (this.#certificate && this.#certificate.expires > clock.now() + day)) return;
    try {
      this.#certificate = await generateCertificate();
    } catch (error) {
      log.debug('no certificate made ahead', { error: String(error) });
    }
  }

  #drop(): void {
    this.#cancelRenewal?.();
    this.#cancelRenewal = null;
    this.#waiting?.close();
    this.#waiting = null;
  }
}
