import { audioDirection, type AudioDirection } from '@/utils/phone/media/audio-direction';

let serial = 0;

export class FakeTrack extends EventTarget {
  readonly kind = 'audio';
  readonly id = `track-${++serial}`;
  enabled = true;
  readyState: 'live' | 'ended' = 'live';
  readonly clones: FakeTrack[] = [];
  clone(): FakeTrack {
    const copy = new FakeTrack();
    this.clones.push(copy);
    return copy;
  }
  stop(): void {
    this.readyState = 'ended';
  }
}

export class FakeStream {
  readonly id = `stream-${++serial}`;
  constructor(readonly tracks: FakeTrack[] = [new FakeTrack()]) {}
  getAudioTracks(): FakeTrack[] {
    return this.tracks;
  }
}

class FakeDtmf {
  canInsertDTMF = true;
  toneBuffer = '';
  readonly sent: string[] = [];
  insertDTMF(tones: string): void {
    this.sent.push(tones);
  }
}

class FakeSender {
  track: FakeTrack | null = null;
  readonly dtmf = new FakeDtmf();
  async replaceTrack(track: FakeTrack | null): Promise<void> {
    this.track = track;
  }
}

class FakeTransceiver {
  readonly sender = new FakeSender();
  readonly receiver = { track: new FakeTrack() };
  constructor(public direction: AudioDirection) {}
}

const sends = (direction: AudioDirection) => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: AudioDirection) => direction === 'sendrecv' || direction === 'recvonly';

/** What an answer may say to an offer (RFC 3264 section 6.1). */
function answerTo(offered: AudioDirection, wanted: AudioDirection): AudioDirection {
  const out = sends(wanted) && receives(offered);
  const back = receives(wanted) && sends(offered);
  return (
    out && back ? 'sendrecv'
    : out ? 'sendonly'
    : back ? 'recvonly'
    : 'inactive'
  );
}

/**
 * A peer connection in memory: the signalling states and directions of JSEP (RFC 8829), and one host candidate.
 */
export class FakePeerConnection extends EventTarget {
  signalingState: RTCSignalingState = 'stable';
  iceGatheringState: RTCIceGatheringState = 'new';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  readonly transceivers: FakeTransceiver[] = [];
  readonly id = ++serial;
  /** How often offers were made with new ICE credentials. */
  iceRestarts = 0;
  closed = false;
  /** What the last track event brought. */
  remoteStream: FakeStream | null = null;
  /** The other side's audio is announced: a track event was fired and nothing has taken it back. */
  #receiving = false;

  constructor(public configuration: RTCConfiguration) {
    super();
    // As browsers do (WebRTC section 4.4.1.6): TURN takes a name and a password, or nothing is made.
    const incomplete = configuration.iceServers?.some(({ urls, username, credential }) => /^turns?:/.test(String(urls)) && !(username && credential));
    if (incomplete) throw new DOMException('TURN needs credentials', 'InvalidAccessError');
  }

  addTransceiver(_kind: 'audio', { direction }: { direction: AudioDirection }): FakeTransceiver {
    const transceiver = new FakeTransceiver(direction);
    this.transceivers.push(transceiver);
    return transceiver;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  async createOffer(options: RTCOfferOptions = {}): Promise<RTCSessionDescriptionInit> {
    if (options.iceRestart) {
      this.iceRestarts++;
      this.iceGatheringState = 'new';
    }
    return { type: 'offer', sdp: this.#sdp('actpass', this.#direction) };
  }

  async createAnswer(): Promise<RTCSessionDescriptionInit> {
    if (this.signalingState !== 'have-remote-offer') throw new DOMException('no offer', 'InvalidStateError');
    return { type: 'answer', sdp: this.#sdp('active', answerTo(audioDirection(this.remoteDescription?.sdp ?? ''), this.#direction)) };
  }

  async setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type === 'rollback') {
      this.signalingState = 'stable';
      return;
    }
    const expected = description.type === 'offer' ? /^(stable|have-local-offer)$/ : /^have-remote-offer$/;
    if (!expected.test(this.signalingState)) throw new DOMException(`${description.type} in ${this.signalingState}`, 'InvalidStateError');
    this.localDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-local-offer' : 'stable';
    if (this.iceGatheringState === 'complete') return;
    this.iceGatheringState = 'gathering';
    setImmediate(() => this.#gather());
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type === 'rollback') {
      this.signalingState = 'stable';
      return;
    }
    if (!description.sdp?.startsWith('v=0')) throw new DOMException('bad SDP', 'InvalidAccessError');
    // Browsers roll their own offer back for one of the other side; an answer must have been asked for.
    if (description.type !== 'offer' && this.signalingState === 'stable') throw new DOMException('no offer', 'InvalidStateError');
    this.remoteDescription = description;
    this.signalingState =
      description.type === 'offer' ? 'have-remote-offer'
      : description.type === 'pranswer' ? 'have-remote-pranswer'
      : 'stable';
    if (this.transceivers.length === 0) this.addTransceiver('audio', { direction: 'recvonly' });
    const received = this.#receiving;
    this.#receiving = sends(audioDirection(description.sdp));
    if (!this.#receiving || received) return;
    this.remoteStream = new FakeStream();
    this.#emit(Object.assign(new Event('track'), { track: this.remoteStream.tracks[0], streams: [this.remoteStream] }));
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  /** What `getStats` answers, by id. */
  stats: Readonly<Record<string, object>> = {};

  async getStats(): Promise<Map<string, object>> {
    return new Map(Object.entries(this.stats));
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.#emit(new Event('connectionstatechange'));
  }

  close(): void {
    this.closed = true;
    this.connectionState = 'closed';
    this.signalingState = 'closed';
  }

  #gather(): void {
    if (this.closed) return;
    const candidate = { candidate: 'candidate:1 1 udp 2122260223 127.0.0.1 4000 typ host' };
    this.#emit(Object.assign(new Event('icecandidate'), { candidate }));
    this.iceGatheringState = 'complete';
    this.#emit(Object.assign(new Event('icecandidate'), { candidate: null }));
    this.#emit(new Event('icegatheringstatechange'));
  }

  #emit(event: Event): void {
    if (!this.closed) this.dispatchEvent(event);
  }

  get #direction(): AudioDirection {
    return this.transceivers[0]?.direction ?? 'sendrecv';
  }

  #sdp(setup: string, direction: AudioDirection): string {
    return `v=0\r\no=- ${this.id} 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111 126\r\nc=IN IP4 0.0.0.0\r\na=fingerprint:sha-256 AA:BB\r\na=setup:${setup}\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:126 telephone-event/8000\r\na=${direction}\r\n`;
  }
}

/** `createPeerConnection` as the adapters have it, remembering every connection it made. */
export function fakePeerConnections(): { create: (configuration: RTCConfiguration) => RTCPeerConnection; made: FakePeerConnection[] } {
  const made: FakePeerConnection[] = [];
  return {
    made,
    create: (configuration) => {
      const connection = new FakePeerConnection(configuration);
      made.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
  };
}
