import type { MicrophoneFault, MicrophoneSettings } from '@/utils/contract/audio';
import type { MicrophoneState } from '@/utils/contract/phone-state';
import type { DeviceRole, RingToneName } from '@/utils/domain/audio/audio-choice';
import type { KnownDevices } from '@/utils/domain/audio/known-devices';

/** Stable SIP identity of this browser (RFC 5626): made once, kept over restarts and sign-outs. */
export interface DeviceIdentity {
  /** `urn:uuid:…` without the angle brackets. */
  readonly instanceId: string;
  readonly contactName: string;
  readonly viaHost: string;
}

export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  constructor(readonly reason: MicrophoneFault) {
    super(`microphone ${reason}`);
  }
}

/** Lends a microphone for a call: getUserMedia in Chrome's phone host, the call window in Firefox. */
export interface MicrophonePort {
  /** Rejects with {@link MicrophoneError}. Each call gets its own clone of the track and stops it when done. */
  acquire(): Promise<MediaStream>;
  /** No call needs it any more. */
  release(): void;
  /**
   * Opens this one from now on. In a call it takes over at once: it is opened first, told as `back`, and only then the one
   * before is let go. Rejects with {@link MicrophoneError} when it cannot be opened; then the one before goes on.
   */
  use(settings: MicrophoneSettings): Promise<void>;
  /** The lent track died (Firefox: call window closed) and, later, a new one is there. */
  subscribe(listener: (event: { kind: 'lost' } | { kind: 'back'; stream: MediaStream }) => void): () => void;
  state(): Promise<MicrophoneState>;
  /** What `state` tells may be different now: a permission was given or taken, a device plugged in or out. */
  watchState(listener: () => void): () => void;
}

export type OutputRole = Exclude<DeviceRole, 'microphone'>;

/** Where and how loud sounds are. Null: the system's own device; no extra ring. Volumes 0 to 1. */
export interface OutputSettings extends Readonly<Record<OutputRole, string | null>> {
  readonly speakerVolume: number;
  readonly ringVolume: number;
  readonly ringTone: RingToneName;
}

export interface AudioOutputPort {
  /**
   * Holds at once, in calls and rings that go on too. Resolves with the roles whose device the browser does not take: they
   * sound on the system's own, the extra ring not at all.
   */
  use(settings: OutputSettings): Promise<readonly OutputRole[]>;
  /** Plays the other side. The element lives in the host's document until `stop`. */
  play(stream: MediaStream): { stop(): void };
  startRinging(): void;
  stopRinging(): void;
  /** The discreet tone for somebody in a call: another one rings. */
  startCallWaiting(): void;
  stopCallWaiting(): void;
  /** Ring-back while the other side's phone rings and sends no early media. */
  startRingback(): void;
  stopRingback(): void;
}

/** Mixes sound, for conferences: Web Audio in a document where the browser lets it run. */
export interface MixerPort {
  /** Rejects where the browser does not mix now. */
  open(): Promise<Mixer>;
}

export interface Mixer {
  add(): Mix;
  /** Its mixes are silent from now on. */
  close(): void;
}

export interface Mix {
  /** What is heard of all inputs together; the same as long as the mixer is open. */
  readonly track: MediaStreamTrack;
  set(inputs: readonly MediaStream[]): void;
}

export interface DeviceListPort {
  list(): Promise<KnownDevices>;
  /** Something was plugged in or out, or devices got their names. Returns the way to stop. */
  watch(listener: () => void): () => void;
}

export interface NetworkPort {
  readonly online: boolean;
  /** `changed`: another interface or address; reconnect at once. */
  subscribe(listener: (event: 'online' | 'offline' | 'changed') => void): () => void;
}
