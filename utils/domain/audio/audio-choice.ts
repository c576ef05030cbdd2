/** What a person chooses a device for. */
export const DEVICE_ROLES = ['microphone', 'speaker', 'ring', 'extraRing'] as const;
export type DeviceRole = (typeof DEVICE_ROLES)[number];

/** Made for this project by tools/make-tones.ts; the first is what rings until another is chosen. */
export const RING_TONES = ['trill', 'chime', 'marimba', 'harp', 'pulse'] as const;
export type RingToneName = (typeof RING_TONES)[number];

/** A device as it is remembered: browsers give it another id after their data was cleared, and its name stays. */
export interface DeviceRef {
  readonly id: string;
  readonly label: string;
}

/** What a person wants, whether or not it can be had now. Null: the system's own device; no extra ring. */
export interface AudioChoice {
  readonly microphone: DeviceRef | null;
  readonly speaker: DeviceRef | null;
  readonly ring: DeviceRef | null;
  readonly extraRing: DeviceRef | null;
  /** Whose buttons are for calls; its id is that of its model. Null: none's. */
  readonly headset: DeviceRef | null;
  /** 0 to 1. */
  readonly speakerVolume: number;
  readonly ringVolume: number;
  readonly ringTone: RingToneName;
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

export const DEFAULT_AUDIO_CHOICE: AudioChoice = Object.freeze<AudioChoice>({
  microphone: null,
  speaker: null,
  ring: null,
  extraRing: null,
  headset: null,
  speakerVolume: 1,
  ringVolume: 1,
  ringTone: 'trill',
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
});

/** The browser's work on the microphone's sound. */
export type Processing = Pick<AudioChoice, 'echoCancellation' | 'noiseSuppression' | 'autoGainControl'>;
