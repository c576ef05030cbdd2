import type { Clock } from '@/utils/contract/clock';
import { gathered } from './gathering';

export interface CallMediaEvents {
  /** The other side's audio is there to be played. */
  remoteStream(stream: MediaStream): void;
  connectionState(state: RTCPeerConnectionState): void;
}

export interface CallMediaOptions {
  readonly connection: RTCPeerConnection;
  readonly clock: Clock;
  readonly servers: { readonly stun: boolean; readonly turn: boolean };
}

/** The audio of one dialog: one peer connection, one microphone track that may come late, offers and answers. */
export class CallMedia {
  readonly #connection: RTCPeerConnection;
  readonly #options: CallMediaOptions;
  readonly #listening = new AbortController();
  #events: CallMediaEvents | null = null;
  #sender: RTCRtpSender | null = null;
  #track: MediaStreamTrack | null = null;
  #muted = false;
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

  listen(events: CallMediaEvents): void {
    this.#events = events;
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
    return prepared !== null && options.iceRestart !== true ? prepared : this.#makeOffer(options);
  }

  /** SDP answer to the offer set before, with candidates. */
  async answer(): Promise<string> {
    const transceiver = this.#connection.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
    // The transceiver an offer made is recvonly until we say that we will send too.
    if (transceiver !== undefined && this.#sender === null) {
      transceiver.direction = 'sendrecv';
      this.#sender = transceiver.sender;
      await this.#applyTrack();
    }
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    return this.#localSdp();
  }

  /** The other side's SDP: an offer, or the answer to ours; says which it was. */
  async setRemote(sdp: string): Promise<'offer' | 'answer'> {
    const outstanding = /^have-(local-offer|remote-pranswer)$/.test(this.#connection.signalingState);
    const type = outstanding ? 'answer' : 'offer';
    await this.#connection.setRemoteDescription({ type, sdp });
    return type;
  }

  /** Early media (183 with SDP): a provisional answer, so that another branch's final one can still follow. */
  async setEarly(sdp: string): Promise<void> {
    if (this.#connection.signalingState !== 'have-local-offer') return;
    await this.#connection.setRemoteDescription({ type: 'pranswer', sdp });
  }

  /** Back to the stable state after an offer that was refused. */
  async rollback(): Promise<void> {
    if (this.#connection.signalingState === 'have-local-offer') await this.#connection.setLocalDescription({ type: 'rollback' });
    if (this.#connection.signalingState === 'have-remote-offer') await this.#connection.setRemoteDescription({ type: 'rollback' });
  }

  /** The microphone; null while there is none. The track belongs to this call from now on and is stopped with it. */
  async setMicrophone(track: MediaStreamTrack | null): Promise<void> {
    if (this.#closed) return track?.stop();
    if (this.#track !== track) stopTrack(this.#track);
    this.#track = track;
    await this.#applyTrack();
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#track) this.#track.enabled = !muted;
  }

  /** RFC 4733 tones; `,` is a pause of 2 s. False when the other side does not take them. */
  sendTones(tones: string): boolean {
    const dtmf = this.#sender?.dtmf;
    if (!dtmf || dtmf.canInsertDTMF === false) return false;
    try {
      // insertDTMF replaces what is still waiting to be sent: keep that.
      dtmf.insertDTMF(dtmf.toneBuffer + tones, 100, 70);
      return true;
    } catch {
      return false;
    }
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
    this.#sender ??= this.#connection.addTransceiver('audio', { direction: 'sendrecv' }).sender;
    await this.#applyTrack();
    await this.#connection.setLocalDescription(await this.#connection.createOffer(options));
    return this.#localSdp();
  }

  async #localSdp(): Promise<string> {
    await gathered(this.#connection, this.#options);
    const sdp = this.#connection.localDescription?.sdp;
    if (this.#closed || sdp === undefined) throw new Error('media closed');
    return sdp;
  }

  async #applyTrack(): Promise<void> {
    if (this.#track) this.#track.enabled = !this.#muted;
    if (this.#sender && this.#sender.track !== this.#track) await this.#sender.replaceTrack(this.#track);
  }

  #onTrack(event: RTCTrackEvent): void {
    if (event.track.kind !== 'audio') return;
    this.#events?.remoteStream(event.streams[0] ?? new MediaStream([event.track]));
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
