import type { Clock } from '@/utils/contract/clock';
import { audioDirection, fittingAnswer, wantsToHear } from './audio-direction';
import { gathered } from './gathering';

export interface CallMediaEvents {
  /** The other side's audio is there to be played; again when it comes back after a hold. */
  remoteStream(stream: MediaStream): void;
  connectionState(state: RTCPeerConnectionState): void;
  heldByRemote(held: boolean): void;
}

export interface CallMediaOptions {
  readonly connection: RTCPeerConnection;
  readonly clock: Clock;
  readonly servers: { readonly stun: boolean; readonly turn: boolean };
  /** STUN and TURN with credentials of now, for a connection that is mended hours later; absent: those it was made with. */
  readonly iceServers?: () => RTCIceServer[];
}

/** The audio of one dialog: one peer connection, one microphone track that may come late, offers and answers, hold both ways. */
export class CallMedia {
  readonly #connection: RTCPeerConnection;
  readonly #options: CallMediaOptions;
  readonly #listening = new AbortController();
  #events: CallMediaEvents | null = null;
  #transceiver: RTCRtpTransceiver | null = null;
  #track: MediaStreamTrack | null = null;
  #stream: MediaStream | null = null;
  #muted = false;
  #held = false;
  /** What our last description said of it, and what both sides agreed on. */
  #saidHeld = false;
  #agreedHeld = false;
  #heldByRemote = false;
  /** The other side has wanted to hear us before: a one-way announcement is no hold. */
  #heard = false;
  #prepared: Promise<string> | null = null;
  #closed = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.#connection = options.connection;
    const { signal } = this.#listening;
    this.#connection.addEventListener('track', (event) => this.#onTrack(event), { signal });
    this.#connection.addEventListener(
      'connectionstatechange',
      () => this.#events?.connectionState(this.#connection.connectionState),
      { signal },
    );
  }

  get closed(): boolean {
    return this.#closed;
  }

  get heldByRemote(): boolean {
    return this.#heldByRemote;
  }

  /** Hold or resume that the other side does not know of. */
  get changesDirection(): boolean {
    return this.#held !== this.#agreedHeld;
  }

  /** The stream that came before is told at once. */
  listen(events: CallMediaEvents): void {
    this.#events = events;
    if (this.#stream) events.remoteStream(this.#stream);
  }

  /** Gathers an offer ahead of the call that will use it. */
  prepareOffer(): Promise<string> {
    this.#prepared ??= this.#makeOffer({});
    return this.#prepared;
  }

  /** SDP offer, with candidates. The prepared one is used once. */
  async offer(options: { iceRestart?: boolean } = {}): Promise<string> {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared === null || options.iceRestart === true || this.#held) return this.#makeOffer(options);
    const sdp = await prepared;
    // Slow candidates, a relay's over TLS, came in after.
    return this.#connection.localDescription?.sdp ?? sdp;
  }

  /** SDP answer to the offer set before, with candidates. */
  async answer(): Promise<string> {
    const first = this.#transceiver === null;
    this.#transceiver ??= this.#connection.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio') ?? null;
    // The transceiver an offer made is recvonly until we say that we will send too.
    this.#applyDirection();
    if (first) await this.#applyTrack();
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    this.#agreedHeld = this.#saidHeld;
    return this.#localSdp();
  }

  /** The other side's SDP: an offer, or the answer to ours; says which it was. An offer known to be one overrides ours. */
  async setRemote(sdp: string, known?: 'offer'): Promise<'offer' | 'answer'> {
    const outstanding = /^have-(local-offer|remote-pranswer)$/.test(this.#connection.signalingState);
    const type = known ?? (outstanding ? 'answer' : 'offer');
    // Both sides offered at once and theirs is being answered (RFC 3261 section 14.2): browsers roll ours back by themselves.
    const described = type === 'answer' ? fittingAnswer(sdp, audioDirection(this.#connection.localDescription?.sdp ?? '')) : sdp;
    await this.#connection.setRemoteDescription({ type, sdp: described });
    if (type === 'answer') this.#agreedHeld = this.#saidHeld;
    this.#onDirection(wantsToHear(described));
    return type;
  }

  /** Early media (183 with SDP): a provisional answer, so that another branch's final one can still follow. */
  async setEarly(sdp: string): Promise<void> {
    if (this.#connection.signalingState !== 'have-local-offer') return;
    await this.#connection.setRemoteDescription({ type: 'pranswer', sdp });
  }

  /** Back to the stable state after an offer that was refused. */
  async rollback(): Promise<void> {
    await this.withdrawOffer();
    if (this.#connection.signalingState === 'have-remote-offer') await this.#connection.setRemoteDescription({ type: 'rollback' });
  }

  /** Our offer was not sent. */
  async withdrawOffer(): Promise<void> {
    if (this.#connection.signalingState === 'have-local-offer') await this.#connection.setLocalDescription({ type: 'rollback' });
  }

  /** The microphone; null while there is none. The track belongs to this call from now on and is stopped with it. */
  async setMicrophone(track: MediaStreamTrack | null): Promise<void> {
    if (this.#closed) return track?.stop();
    const before = this.#track;
    this.#track = track;
    try {
      await this.#applyTrack();
    } finally {
      // Only now: the other side hears the one before until the next one has taken over.
      if (before !== track) stopTrack(before);
    }
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#enableTrack();
  }

  /** The microphone is silent at once; the direction of the next offer or answer tells the other side (RFC 3264 section 8.4). */
  setHeld(held: boolean): void {
    this.#held = held;
    this.#enableTrack();
  }

  /** RFC 4733 tones; `,` is a pause of 2 s. False when the other side does not take them. */
  sendTones(tones: string): boolean {
    const dtmf = this.#transceiver?.sender.dtmf;
    if (!dtmf || dtmf.canInsertDTMF === false) return false;
    try {
      // insertDTMF replaces what is still waiting to be sent: keep that.
      dtmf.insertDTMF(dtmf.toneBuffer + tones, 100, 70);
      return true;
    } catch {
      return false;
    }
  }

  /** Of the connection; null once it is closed. */
  stats(): Promise<RTCStatsReport | null> {
    return this.#closed ? Promise.resolve(null) : this.#connection.getStats().catch(() => null);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#listening.abort();
    this.#events = null;
    stopTrack(this.#track);
    this.#track = null;
    this.#connection.close();
  }

  async #makeOffer(options: RTCOfferOptions): Promise<string> {
    this.#transceiver ??= this.#connection.addTransceiver('audio', { direction: 'sendrecv' });
    this.#applyDirection();
    await this.#applyTrack();
    if (options.iceRestart === true) this.#refreshServers();
    await this.#connection.setLocalDescription(await this.#connection.createOffer(options));
    const sdp = await this.#localSdp(options.iceRestart);
    if (this.#connection.signalingState === 'stable') throw new Error('an offer of the other side came first');
    return sdp;
  }

  #refreshServers(): void {
    const { iceServers } = this.#options;
    if (!iceServers) return;
    try {
      this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), iceServers: iceServers() });
    } catch {
      // A browser that does not take it gathers with those it was given at first.
    }
  }

  /** `restarted`: the candidates from before are void. */
  async #localSdp(restarted = false): Promise<string> {
    await gathered(this.#connection, { ...this.#options, restarted });
    const sdp = this.#connection.localDescription?.sdp;
    if (this.#closed || sdp === undefined) throw new Error('media closed');
    return sdp;
  }

  #applyDirection(): void {
    this.#saidHeld = this.#held;
    if (this.#transceiver) this.#transceiver.direction = this.#held ? 'sendonly' : 'sendrecv';
  }

  async #applyTrack(): Promise<void> {
    this.#enableTrack();
    const sender = this.#transceiver?.sender;
    if (sender && sender.track !== this.#track) await sender.replaceTrack(this.#track);
  }

  #enableTrack(): void {
    if (this.#track) this.#track.enabled = !this.#muted && !this.#held;
  }

  #onDirection(hears: boolean): void {
    const held = this.#heard && !hears;
    this.#heard ||= hears;
    if (held === this.#heldByRemote) return;
    this.#heldByRemote = held;
    this.#events?.heldByRemote(held);
  }

  #onTrack(event: RTCTrackEvent): void {
    if (event.track.kind !== 'audio') return;
    this.#stream = event.streams[0] ?? new MediaStream([event.track]);
    this.#events?.remoteStream(this.#stream);
  }
}

/** In Firefox a track is a dead object once the window it came from is gone, and touching it throws. */
function stopTrack(track: MediaStreamTrack | null): void {
  try {
    track?.stop();
  } catch {
    // Gone with its window: it sends nothing any more.
  }
}
