import type { MicrophoneState } from '@/utils/contract/phone-state';

/** Stable SIP identity of this browser (RFC 5626): made once, kept over restarts and sign-outs. */
export interface DeviceIdentity {
  /** `urn:uuid:…` without the angle brackets. */
  readonly instanceId: string;
  readonly contactName: string;
  readonly viaHost: string;
}

export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  constructor(readonly reason: 'refused' | 'missing' | 'busy') {
    super(`microphone ${reason}`);
  }
}

/** Lends a microphone for a call: getUserMedia in Chrome's phone host, the call window in Firefox. */
export interface MicrophonePort {
  /** Rejects with {@link MicrophoneError}. Each call gets its own clone of the track and stops it when done. */
  acquire(): Promise<MediaStream>;
  /** No call needs it any more. */
  release(): void;
  /** The lent track died (Firefox: call window closed) and, later, a new one is there. */
  subscribe(listener: (event: { kind: 'lost' } | { kind: 'back'; stream: MediaStream }) => void): () => void;
  state(): Promise<MicrophoneState>;
  /** What `state` tells may be different now: a permission was given or taken, a device plugged in or out. */
  watchState(listener: () => void): () => void;
}

export interface AudioOutputPort {
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

export interface NetworkPort {
  readonly online: boolean;
  /** `changed`: another interface or address; reconnect at once. */
  subscribe(listener: (event: 'online' | 'offline' | 'changed') => void): () => void;
}
