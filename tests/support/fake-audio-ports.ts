import { DEFAULT_MICROPHONE, type MicrophoneSettings } from '@/utils/contract/audio';
import type { MicrophoneState } from '@/utils/contract/phone-state';
import { UNKNOWN_DEVICES, type KnownDevices } from '@/utils/domain/audio/known-devices';
import {
  MicrophoneError,
  type AudioOutputPort,
  type DeviceListPort,
  type MicrophonePort,
  type Mix,
  type Mixer,
  type MixerPort,
  type NetworkPort,
  type OutputRole,
  type OutputSettings,
} from '@/utils/phone/ports';
import { FakeStream, type FakeTrack } from './fake-peer-connection';

type MicrophoneEvent = { kind: 'lost' } | { kind: 'back'; stream: MediaStream };

export class FakeMicrophone implements MicrophonePort {
  /** Next `acquire` fails for this. */
  failure: MicrophoneError['reason'] | null = null;
  /** `acquire` waits until {@link open}. */
  held = false;
  current: MicrophoneState = 'granted';
  released = 0;
  readonly streams: FakeStream[] = [];
  readonly #listeners = new Set<(event: MicrophoneEvent) => void>();
  readonly #watching = new Set<() => void>();
  #waiting: (() => void)[] = [];

  async acquire(): Promise<MediaStream> {
    if (this.held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.failure) throw new MicrophoneError(this.failure);
    const stream = new FakeStream();
    this.streams.push(stream);
    return stream as unknown as MediaStream;
  }

  open(): void {
    this.held = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  release(): void {
    this.released++;
  }

  settings: MicrophoneSettings = DEFAULT_MICROPHONE;
  /** `use` fails for this. */
  changeFailure: MicrophoneError['reason'] | null = null;
  async use(settings: MicrophoneSettings): Promise<void> {
    this.settings = settings;
    if (this.changeFailure) throw new MicrophoneError(this.changeFailure);
  }

  subscribe(listener: (event: MicrophoneEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The permission was given or taken, a device plugged in or out. */
  becomes(state: MicrophoneState): void {
    this.current = state;
    for (const listener of this.#watching) listener();
  }

  watchState(listener: () => void): () => void {
    this.#watching.add(listener);
    return () => this.#watching.delete(listener);
  }

  async state(): Promise<MicrophoneState> {
    return this.current;
  }

  emit(event: MicrophoneEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

export class FakeAudioOutput implements AudioOutputPort {
  playing = 0;
  ringing = false;
  ringback = false;
  callWaiting = false;
  /** What is played now. */
  readonly streams = new Set<MediaStream>();
  settings: OutputSettings | null = null;
  /** Roles whose device is not taken. */
  refuses: readonly OutputRole[] = [];
  async use(settings: OutputSettings): Promise<readonly OutputRole[]> {
    this.settings = settings;
    return this.refuses;
  }
  play(stream: MediaStream): { stop(): void } {
    this.playing++;
    this.streams.add(stream);
    return {
      stop: () => {
        this.playing--;
        this.streams.delete(stream);
      },
    };
  }
  startRinging(): void {
    this.ringing = true;
  }
  stopRinging(): void {
    this.ringing = false;
  }
  startCallWaiting(): void {
    this.callWaiting = true;
  }
  stopCallWaiting(): void {
    this.callWaiting = false;
  }
  startRingback(): void {
    this.ringback = true;
  }
  stopRingback(): void {
    this.ringback = false;
  }
}

export class FakeNetwork implements NetworkPort {
  online = true;
  readonly #listeners = new Set<(event: 'online' | 'offline' | 'changed') => void>();
  subscribe(listener: (event: 'online' | 'offline' | 'changed') => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  emit(event: 'online' | 'offline' | 'changed'): void {
    if (event !== 'changed') this.online = event === 'online';
    for (const listener of this.#listeners) listener(event);
  }
}

/** Mixes nothing, and knows what would be heard in each track it made. */
export class FakeMixer implements MixerPort {
  /** The next `open` fails. */
  broken = false;
  /** Those that are open. */
  opened = 0;
  readonly #inputs = new Map<FakeTrack, readonly MediaStream[]>();

  async open(): Promise<Mixer> {
    if (this.broken) throw new Error('suspended');
    this.opened++;
    return { add: () => this.#add(), close: () => void this.opened-- };
  }

  /** What a sender sends, its track being a copy of one made here; null: it sends no mix. */
  heardIn(sent: FakeTrack | null | undefined): readonly MediaStream[] | null {
    for (const [track, inputs] of this.#inputs) if (sent && track.clones.includes(sent)) return inputs;
    return null;
  }

  #add(): Mix {
    const track = new FakeStream().tracks[0];
    if (!track) throw new Error('no track');
    return { track: track as unknown as MediaStreamTrack, set: (inputs) => void this.#inputs.set(track, inputs) };
  }
}

/** A list of devices to be plugged in and out; nothing is known until the first. */
export class FakeDeviceList implements DeviceListPort {
  known: KnownDevices = UNKNOWN_DEVICES;
  readonly #listeners = new Set<() => void>();

  async list(): Promise<KnownDevices> {
    return this.known;
  }
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  becomes(known: KnownDevices): void {
    this.known = known;
    for (const listener of [...this.#listeners]) listener();
  }
}
