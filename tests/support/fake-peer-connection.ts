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
  direction = 'sendrecv';
}

/**
 * A peer connection in memory: the signalling states of JSEP (RFC 8829), one host candidate, and the answer's side decides by
 * `connects` whether media comes up.
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

  constructor(readonly configuration: RTCConfiguration) {
    super();
    // As browsers do (WebRTC section 4.4.1.6): TURN takes a name and a password, or nothing is made.
    const incomplete = configuration.iceServers?.some(({ urls, username, credential }) => /^turns?:/.test(String(urls)) && !(username && credential));
    if (incomplete) throw new DOMException('TURN needs credentials', 'InvalidAccessError');
  }

  addTransceiver(): FakeTransceiver {
    const transceiver = new FakeTransceiver();
    this.transceivers.push(transceiver);
    return transceiver;
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  async createOffer(options: RTCOfferOptions = {}): Promise<RTCSessionDescriptionInit> {
    if (options.iceRestart) this.iceRestarts++;
    return { type: 'offer', sdp: this.#sdp('actpass') };
  }

  async createAnswer(): Promise<RTCSessionDescriptionInit> {
    if (this.signalingState !== 'have-remote-offer') throw new DOMException('no offer', 'InvalidStateError');
    return { type: 'answer', sdp: this.#sdp('active') };
  }

  async setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type === 'rollback') {
      this.signalingState = 'stable';
      return;
    }
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
    const first = this.remoteDescription === null;
    this.remoteDescription = description;
    this.signalingState =
      description.type === 'offer' ? 'have-remote-offer'
      : description.type === 'pranswer' ? 'have-remote-pranswer'
      : 'stable';
    if (this.transceivers.length === 0) this.addTransceiver();
    if (first) this.#emit(Object.assign(new Event('track'), { track: new FakeTrack(), streams: [new FakeStream()] }));
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

  #sdp(setup: string): string {
    return `v=0\r\no=- ${this.id} 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111 126\r\nc=IN IP4 0.0.0.0\r\na=setup:${setup}\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:126 telephone-event/8000\r\na=sendrecv\r\n`;
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
