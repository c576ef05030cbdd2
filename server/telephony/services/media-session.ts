import { networkInterfaces } from 'node:os';
import { RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket, type RTCRtpTransceiver } from 'werift';
import { rankCandidates } from './candidate-priorities';
import { DtlsFlights, isDtls } from './dtls-flights';
import { revealCandidates } from './hidden-candidates';

/** One packet of sound: what a codec made, without the header that is made anew for each hop. */
export interface SoundPacket {
  /** As SDP names it, lower case: `pcma`, `pcmu`, `opus`. */
  readonly codec: string;
  readonly payload: Buffer;
  readonly marker: boolean;
  /** RTP timestamp: 8000 a second for G.711, 48000 for opus. */
  readonly timestamp: number;
  /** RTP sequence number. */
  readonly sequence: number;
}

export const SOUND_CODECS = ['opus', 'pcma', 'pcmu'] as const;
export type SoundCodec = (typeof SOUND_CODECS)[number];

const PARAMETERS: Record<SoundCodec, () => RTCRtpCodecParameters> = {
  opus: () => new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48000, channels: 2, payloadType: 111, parameters: 'minptime=10;useinbandfec=1' }),
  pcma: () => new RTCRtpCodecParameters({ mimeType: 'audio/PCMA', clockRate: 8000, channels: 1, payloadType: 8 }),
  pcmu: () => new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, channels: 1, payloadType: 0 }),
};

const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address);

/**
 * The sound of one call in Node: ICE, DTLS-SRTP and RTP by werift. Offers and answers carry all their
 * candidates (no trickling), this machine's own addresses and loopback only.
 */
export class MediaSession {
  #listeners = new Set<(packet: SoundPacket) => void>();
  #peer: RTCPeerConnection;
  #transceiver: RTCRtpTransceiver;
  /** Both directions are open: ICE and DTLS are done. Rejects when they fail or the session is closed before. */
  readonly connected: Promise<void>;

  constructor(codecs: readonly SoundCodec[]) {
    this.#peer = new RTCPeerConnection({
      codecs: { audio: codecs.map((codec) => PARAMETERS[codec]()), video: [] },
      iceServers: [],
      iceUseIpv6: false,
      iceAdditionalHostAddresses: ['127.0.0.1'],
    });
    this.#transceiver = this.#peer.addTransceiver('audio', { direction: 'sendrecv' });
    // With no ICE servers werift asks a public STUN server, and waits 5 s for it where there is no internet.
    for (const { connection } of this.#peer.iceTransports) {
      delete connection.stunServer;
      const send = connection.send;
      const flights = new DtlsFlights((datagram) => void send(datagram).catch(() => undefined));
      connection.send = (packet) => (isDtls(packet) ? Promise.resolve(flights.push(packet)) : send(packet));
    }
    this.connected = new Promise((resolve, reject) => {
      this.#peer.connectionStateChange.subscribe((state) => {
        if (state === 'connected') resolve();
        if (state === 'failed' || state === 'closed') reject(new Error(`media ${state}`));
      });
    });
    this.connected.catch(() => undefined);
    // Not from werift's track: that takes a source alone which the description names, and a relay's or trunk's names none.
    for (const transport of this.#peer.dtlsTransports) transport.onRtp.subscribe((packet) => this.#receive(packet));
  }

  async offer(): Promise<string> {
    await this.#peer.setLocalDescription(await this.#peer.createOffer());
    return this.#localSdp();
  }

  async answer(): Promise<string> {
    await this.#peer.setLocalDescription(await this.#peer.createAnswer());
    return this.#localSdp();
  }

  async setRemote(type: 'offer' | 'answer', sdp: string): Promise<void> {
    await this.#peer.setRemoteDescription({ type, sdp: revealCandidates(sdp, ownAddresses()) });
  }

  /** The remote offer or answer that is waited for next. */
  get awaits(): 'offer' | 'answer' {
    return this.#peer.signalingState === 'have-local-offer' ? 'answer' : 'offer';
  }

  get hasRemoteOffer(): boolean {
    return this.#peer.signalingState === 'have-remote-offer';
  }

  /** Negotiated codecs, the preferred first; empty before. */
  get codecs(): string[] {
    return this.#transceiver.codecs.map((codec) => codec.name.toLowerCase());
  }

  onPacket(listener: (packet: SoundPacket) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends under this session's own SSRC. Silently does nothing before it is connected or for a codec that was not agreed. */
  send(packet: SoundPacket): void {
    const sender = this.#transceiver.sender;
    const codec = this.#transceiver.codecs.find((agreed) => agreed.name.toLowerCase() === packet.codec);
    if (!codec) return;
    sender.codec = codec;
    const header = new RtpHeader({
      sequenceNumber: packet.sequence & 0xffff,
      timestamp: packet.timestamp >>> 0,
      payloadType: codec.payloadType,
      marker: packet.marker,
    });
    // A connection that closes between two packets is the end of the call, told elsewhere.
    sender.sendRtp(new RtpPacket(header, packet.payload)).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#peer.close();
  }

  #receive(packet: RtpPacket): void {
    const codec = this.#transceiver.codecs.find((agreed) => agreed.payloadType === packet.header.payloadType);
    if (!codec) return;
    const { marker, timestamp, sequenceNumber } = packet.header;
    const sound = { codec: codec.name.toLowerCase(), payload: packet.payload, marker, timestamp, sequence: sequenceNumber };
    for (const listener of this.#listeners) listener(sound);
  }

  #localSdp(): string {
    const sdp = this.#peer.localDescription?.sdp;
    if (sdp === undefined) throw new Error('no local description');
    return rankCandidates(sdp);
  }
}
