import * as v from 'valibot';
import { DEFAULT_AUDIO_CHOICE, RING_TONES, type AudioChoice, type Processing } from '@/utils/domain/audio/audio-choice';
import type { MissingDevice } from '@/utils/domain/audio/reconcile-devices';
import type { HeadsetControl } from '@/utils/domain/headset/headset-layout';

const deviceRefSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
});
const device = v.nullable(deviceRefSchema);
const volume = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const audioChoiceSchema = v.object({
  microphone: device,
  speaker: device,
  ring: device,
  extraRing: device,
  headset: device,
  speakerVolume: volume,
  ringVolume: volume,
  ringTone: v.picklist(RING_TONES),
  echoCancellation: v.boolean(),
  noiseSuppression: v.boolean(),
  autoGainControl: v.boolean(),
}) satisfies v.GenericSchema<unknown, AudioChoice>;

/** What a page of ours lists for a phone host that cannot: microphones, in Firefox. */
export const microphonesSchema = v.pipe(v.array(deviceRefSchema), v.maxLength(100));

/** What is opened for a call. */
export interface MicrophoneSettings extends Processing {
  /** Null: the system's own. */
  readonly deviceId: string | null;
}

export const DEFAULT_MICROPHONE: MicrophoneSettings = Object.freeze<MicrophoneSettings>({
  deviceId: null,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
});

export type MicrophoneFault = 'refused' | 'missing' | 'busy';

/** The headset whose buttons are for calls. */
export interface HeadsetView {
  /** `none` is chosen; `missing`: not plugged in, or not allowed any more; `failed`: the browser could not open it. */
  readonly status: 'none' | 'missing' | 'failed' | 'connected';
  readonly controls: readonly HeadsetControl[];
  /** It has lights that can be lit. */
  readonly lights: boolean;
  /** What was pressed last, and how many presses there were. */
  readonly pressed: { readonly control: HeadsetControl; readonly count: number } | null;
}

/** Sound, as surfaces show it. */
export interface AudioView {
  /** What was chosen in this browser. */
  readonly choice: AudioChoice;
  /** Chosen and not to be had now; the system's own stands in. */
  readonly missing: readonly MissingDevice[];
  /** Why the chosen microphone could not take over in a call; the one before goes on. */
  readonly microphoneFault: MicrophoneFault | null;
  readonly headset: HeadsetView;
}

export const NO_HEADSET: HeadsetView = Object.freeze<HeadsetView>({ status: 'none', controls: [], lights: false, pressed: null });

export const DEFAULT_AUDIO_VIEW: AudioView = Object.freeze<AudioView>({
  choice: DEFAULT_AUDIO_CHOICE,
  missing: [],
  microphoneFault: null,
  headset: NO_HEADSET,
});
