import type { MicrophoneFault, MicrophoneSettings } from '@/utils/contract/audio';
import type { RingToneName } from '@/utils/domain/audio/audio-choice';
import type { KnownDevices } from '@/utils/domain/audio/known-devices';

/** The ring as it is to be tried: devices by id, null for the system's own; volume 0 to 1. */
export interface RingSample {
  readonly tone: RingToneName;
  readonly volume: number;
  readonly devices: readonly (string | null)[];
}

/** A microphone that is open for its level. */
export interface Meter {
  stop(): void;
}

/** What was said into the microphone. */
export interface Recording {
  /** Plays it once; resolves when it is over or stopped. Device by id, null for the system's own; volume 0 to 1. */
  play(device: string | null, volume: number): Promise<void>;
  /** Stops recording at once, or playing. */
  stop(): void;
}

/** What the page with the sound settings is given of its browser. */
export interface SoundAdapter {
  list(): Promise<KnownDevices>;
  /** Something was plugged in or out. Returns the way to stop. */
  watch(listener: () => void): () => void;
  /** `onLevel` some twenty times a second: RMS of full scale, 0 to 1. */
  openMeter(settings: MicrophoneSettings, onLevel: (rms: number) => void): Promise<Meter | { readonly fault: MicrophoneFault }>;
  /** Records what the meter hears for so long. Rejects where the browser cannot. */
  record(meter: Meter, milliseconds: number): { readonly done: Promise<Recording>; stop(): void };
  /** Rings once through; returns the way to stop. `onEnd`: it is over by itself. */
  ring(sample: RingSample, onEnd: () => void): () => void;
  /** The phone can sound in a device that is chosen. In Firefox it cannot. */
  readonly choosesOutputs: boolean;
}
