import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { RelayProbe } from '@/utils/contract/relay-probe';
import type { IceAccess } from '@/utils/contract/sip-account';
import { CallMedia } from './call-media';
import { rtcIceServers } from './ice-servers';
import { probeRelay } from './relay-probe';

/** A gathered offer older than this is made anew: addresses and NAT mappings change unseen. Milliseconds. */
const LIFETIME = 300_000;

export interface PreparedMediaOptions {
  readonly createPeerConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** One DTLS certificate for all calls of this host, made ahead; absent where the host cannot. */
  readonly generateCertificate?: () => Promise<RTCCertificate>;
  readonly access: IceAccess;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Hands out the audio of a new call; keeps one offer gathered, so that a click is an INVITE at once. With TURN that offer holds
 * an allocation on the relay, which the browser refreshes, so that no call waits for one: one by phone, while it is registered.
 */
export class PreparedMedia {
  readonly #options: PreparedMediaOptions;
  #access: IceAccess;
  #certificate: RTCCertificate | null = null;
  #waiting: CallMedia | null = null;
  /** One is to wait. */
  #wanted = false;
  #cancelRenewal: (() => void) | null = null;
  #disposed = false;

  constructor(options: PreparedMediaOptions) {
    this.#options = options;
    this.#access = options.access;
  }

  /** Makes an offer ready, if none is. */
  async warm(): Promise<void> {
    this.#wanted = true;
    await this.#certify();
    if (this.#waiting === null) await this.#prepare();
  }

  /** Nobody can call now. */
  cool(): void {
    this.#wanted = false;
    this.#drop();
  }

  /** The network changed: what was gathered is void. */
  renew(): void {
    if (this.#waiting === null) return;
    this.#drop();
    void this.warm();
  }

  /** STUN and TURN from now on. */
  use(access: IceAccess): void {
    const same = JSON.stringify(access.iceServers) === JSON.stringify(this.#access.iceServers);
    this.#access = access;
    if (this.#wanted && (!same || this.#waiting === null)) void this.#prepare();
  }

  forOutgoing(): CallMedia {
    const ready = this.#waiting;
    this.#waiting = null;
    this.cool();
    return ready ?? this.#create();
  }

  forIncoming(): CallMedia {
    return this.#create();
  }

  /** Whether the relay of the next call can be reached. */
  probeRelay(): Promise<RelayProbe> {
    return probeRelay({ ...this.#options, iceServers: this.#access.iceServers });
  }

  dispose(): void {
    this.#disposed = true;
    this.cool();
  }

  /** What waits is there until its successor has gathered. */
  async #prepare(): Promise<void> {
    const before = this.#waiting;
    if (!this.#wanted || this.#disposed) return;
    if (this.#endsSoon()) return this.#drop();
    let media: CallMedia | null = null;
    try {
      media = this.#create();
      if (before === null) this.#waiting = media;
      this.#cancelRenewal?.();
      this.#cancelRenewal = this.#options.clock.after(LIFETIME, () => void this.#prepare());
      await media.prepareOffer();
      if (before === null) return;
      if (this.#waiting !== before) return media.close();
      this.#waiting = media;
      before.close();
    } catch (error) {
      this.#options.log.debug('offer could not be prepared', { error: String(error) });
      if (this.#waiting === media || this.#waiting === before) this.#drop();
      media?.close();
    }
  }

  /** A relay would take the credentials no longer when the call begins. New ones are on their way. */
  #endsSoon(): boolean {
    const { iceEndsAt } = this.#access;
    return this.#servers.turn && iceEndsAt !== null && iceEndsAt - this.#options.clock.now() < LIFETIME;
  }

  get #servers(): { stun: boolean; turn: boolean } {
    const urls = this.#access.iceServers.flatMap((server) => server.urls);
    return { stun: urls.some((url) => /^stuns?:/.test(url)), turn: urls.some((url) => /^turns?:/.test(url)) };
  }

  #create(): CallMedia {
    const { createPeerConnection, clock } = this.#options;
    const connection = createPeerConnection({
      iceServers: rtcIceServers(this.#access.iceServers),
      // With one audio section nothing is lost by it, and an answer without BUNDLE (rtpengine's, a plain PBX's) is taken.
      bundlePolicy: 'balanced',
      rtcpMuxPolicy: 'require',
      ...(this.#certificate && { certificates: [this.#certificate] }),
    });
    return new CallMedia({ connection, clock, servers: this.#servers, iceServers: () => rtcIceServers(this.#access.iceServers) });
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
