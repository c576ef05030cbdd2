import type { AudioOutputPort, MicrophonePort, Mix } from './ports';
import { MicrophoneError } from './ports';
import type { CallMedia, CallMediaEvents } from './media/call-media';

export type MicrophoneFailure = 'microphone-refused' | 'microphone-missing' | 'microphone-busy';

export function microphoneFailure(error: unknown): MicrophoneFailure {
  return error instanceof MicrophoneError ? `microphone-${error.reason}` : 'microphone-busy';
}

/** What is heard in one call: the microphone towards the other side, the other side, and the ring-back between. Nothing while it is held. */
export class CallAudio {
  readonly #microphone: MicrophonePort;
  readonly #output: AudioOutputPort;
  #stream: MediaStream | null = null;
  #media: CallMedia | null = null;
  #remote: MediaStream | null = null;
  #playing: { stop(): void } | null = null;
  #ringback = false;
  #muted = false;
  #held = false;
  #ended = false;
  /** In a conference: what goes to the other side, and whose voice is in it. */
  #mix: Mix | null = null;
  #third: CallAudio | null = null;
  #heardAnew: (() => void) | null = null;

  constructor(ports: { microphone: MicrophonePort; output: AudioOutputPort }) {
    this.#microphone = ports.microphone;
    this.#output = ports.output;
  }

  get media(): CallMedia | null {
    return this.#media;
  }

  /** Rejects with MicrophoneError. */
  async openMicrophone(): Promise<void> {
    const stream = await this.#microphone.acquire();
    if (this.#ended) return;
    await this.useMicrophone(stream);
  }

  /** Another microphone, or the same one back. */
  async useMicrophone(stream: MediaStream): Promise<void> {
    this.#stream = stream;
    this.#feed();
    await this.lend(this.#media);
  }

  /** The lent microphone is gone with the window that lent it (Firefox): let go of its track while it can be touched. */
  loseMicrophone(): void {
    this.#stream = null;
    this.#feed();
    if (!this.#mix) this.#media?.setMicrophone(null).catch(() => undefined);
  }

  /** From now on this is the call's media; what it had before is closed. */
  use(media: CallMedia, events: Omit<CallMediaEvents, 'remoteStream'>): void {
    const before = this.#media;
    this.#media = media;
    media.setMuted(this.#mutes);
    media.setHeld(this.#held);
    media.listen({ ...events, remoteStream: (stream) => this.#onStream(stream) });
    void this.lend(media);
    if (before !== media) before?.close();
  }

  /** Gives this media, the call's or the one of a transfer under way, its own copy of the microphone. */
  async lend(media: CallMedia | null): Promise<void> {
    media?.setMuted(this.#mutes);
    media?.setHeld(this.#held);
    const track = this.#mix?.track ?? this.#stream?.getAudioTracks()[0];
    if (!media || !track) return;
    // Each connection stops its own copy; the microphone itself belongs to the port.
    await media.setMicrophone(track.clone());
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#media?.setMuted(this.#mutes);
    this.#feed();
  }

  /** From now on the other side hears this third party, too, mixed with the microphone. */
  async join(third: CallAudio, mix: Mix): Promise<void> {
    this.#mix = mix;
    this.#third = third;
    third.#heardAnew = () => this.#feed();
    this.#feed();
    await this.lend(this.#media);
  }

  /** Back to the microphone alone. */
  async leave(): Promise<void> {
    if (this.#third) this.#third.#heardAnew = null;
    this.#third = null;
    this.#mix = null;
    if (!this.#ended) await this.lend(this.#media);
  }

  /** Silent, or heard again, at once and both ways; whether the other side agrees to it or not. */
  setHeld(held: boolean): void {
    this.#held = held;
    this.#media?.setHeld(held);
    this.#play();
  }

  startRingback(): void {
    if (this.#ringback || this.#playing || this.#ended) return;
    this.#ringback = true;
    this.#output.startRingback();
  }

  stopRingback(): void {
    if (!this.#ringback) return;
    this.#ringback = false;
    this.#output.stopRingback();
  }

  end(): void {
    this.#ended = true;
    this.stopRingback();
    this.#remote = null;
    this.#play();
    this.#media?.close();
    this.#stream = null;
  }

  /** In a conference the third party is heard all the same: only the microphone is left out. */
  get #mutes(): boolean {
    return this.#muted && !this.#mix;
  }

  #feed(): void {
    const inputs = [this.#muted ? null : this.#stream, this.#third === null ? null : this.#third.#remote];
    this.#mix?.set(inputs.filter((stream) => stream !== null));
  }

  #onStream(stream: MediaStream): void {
    this.stopRingback();
    this.#remote = stream;
    this.#heardAnew?.();
    this.#play();
  }

  #play(): void {
    this.#playing?.stop();
    this.#playing = this.#remote && !this.#held ? this.#output.play(this.#remote) : null;
  }
}
