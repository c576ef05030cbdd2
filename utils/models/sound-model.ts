import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { MicrophoneFault, MicrophoneSettings } from '@/utils/contract/audio';
import type { AudioChoice, DeviceRef, DeviceRole } from '@/utils/domain/audio/audio-choice';
import { UNKNOWN_DEVICES, type KnownDevices } from '@/utils/domain/audio/known-devices';
import type { MissingDevice } from '@/utils/domain/audio/reconcile-devices';
import type { HeadsetAdapter } from './headset-adapter';
import { createHeadsetModel, type HeadsetModel } from './headset-model';
import { createMicrophoneTest, type MicrophoneTest } from './microphone-test-model';
import type { PhoneAdapter } from './phone-adapter';
import type { Meter, SoundAdapter } from './sound-adapter';

export interface SoundModel {
  readonly choice: ReadonlySignal<AudioChoice>;
  readonly missing: ReadonlySignal<readonly MissingDevice[]>;
  readonly devices: ReadonlySignal<KnownDevices>;
  /** The microphone now: RMS of full scale, 0 to 1. */
  readonly level: ReadonlySignal<number>;
  /** Why there is no level. */
  readonly meterFault: ReadonlySignal<MicrophoneFault | null>;
  /** The ring tone is being tried. */
  readonly ringing: ReadonlySignal<boolean>;
  /** What was chosen could not be handed to the phone. */
  readonly failed: ReadonlySignal<boolean>;
  readonly test: MicrophoneTest;
  readonly headset: HeadsetModel;
  /** Speaker and ring devices can be chosen. */
  readonly choosesOutputs: boolean;
  choose(part: Partial<AudioChoice>): Promise<void>;
  /** Starts the ring tone, or stops it. */
  tryRing(): void;
  /** Somebody looks: devices are followed and the microphone is open as long as it is allowed. Returns what ends that. */
  open(): () => void;
}

export function createSoundModel(phone: PhoneAdapter, adapter: SoundAdapter, headsets: HeadsetAdapter): SoundModel {
  const { state, send } = phone;
  /** Chosen here and not yet part of the state, so that no slider jumps back under the finger. */
  const pending = signal<Partial<AudioChoice>>({});
  const choice = computed<AudioChoice>(() => ({ ...state.value.audio.choice, ...pending.value }));
  const missing = computed(() => state.value.audio.missing);
  const devices = signal<KnownDevices>(UNKNOWN_DEVICES);
  const level = signal(0);
  const meter = signal<Meter | null>(null);
  const meterFault = signal<MicrophoneFault | null>(null);
  const failed = signal(false);
  const stopRing = signal<(() => void) | null>(null);

  /** The device to use now; null: the system's own. Where not all are listed, one that is not is tried. */
  const deviceOf = (role: DeviceRole): string | null => {
    const wanted = choice.value[role];
    if (wanted === null || missing.value.some((one) => one.role === role)) return null;
    const listed = role === 'microphone' ? devices.value.inputs : devices.value.outputs;
    return (listed && listedAs(wanted, listed)?.id) ?? wanted.id;
  };
  const settings = computed<MicrophoneSettings>(
    () => {
      const { echoCancellation, noiseSuppression, autoGainControl } = choice.value;
      return { deviceId: deviceOf('microphone'), echoCancellation, noiseSuppression, autoGainControl };
    },
  );
  /** As text, so that it changes only when something in it does. */
  const wantedMeter = computed(() => (state.value.microphone === 'granted' ? JSON.stringify(settings.value) : null));
  const test = createMicrophoneTest({ adapter, meter, level, output: () => ({ device: deviceOf('speaker'), volume: choice.value.speakerVolume }) });

  const list = async () => {
    devices.value = await adapter.list().catch(() => UNKNOWN_DEVICES);
  };
  /** One microphone at a time: the one before is closed, and one that opens too late at once. */
  const followMeter = () =>
    effect(() => {
      if (wantedMeter.value === null) return undefined;
      let left = false;
      let opened: Meter | null = null;
      void adapter.openMeter(untracked(() => settings.value), (rms) => (level.value = rms)).then((result) => {
        if ('fault' in result) {
          if (!left) meterFault.value = result.fault;
          return;
        }
        if (left) return result.stop();
        opened = meter.value = result;
        meterFault.value = null;
        // Opened once, devices have names.
        void list();
      });
      return () => {
        left = true;
        untracked(() => test.stop());
        opened?.stop();
        meter.value = null;
        level.value = 0;
      };
    });

  return {
    choice,
    missing,
    devices,
    level,
    meterFault,
    ringing: computed(() => stopRing.value !== null),
    failed,
    test,
    headset: createHeadsetModel(phone, headsets),
    choosesOutputs: adapter.choosesOutputs,
    async choose(part) {
      pending.value = { ...pending.value, ...part };
      const result = await send('audio.choose', part).catch(() => ({ ok: false }) as const);
      failed.value = !result.ok;
      if (!result.ok) pending.value = {};
    },
    tryRing() {
      const stop = stopRing.value;
      stopRing.value = null;
      if (stop) return stop();
      const { ringTone: tone, ringVolume: volume, extraRing } = choice.value;
      const through = [deviceOf('ring'), ...(extraRing === null ? [] : [deviceOf('extraRing')])];
      stopRing.value = adapter.ring({ tone, volume, devices: [...new Set(through)] }, () => (stopRing.value = null));
    },
    open() {
      void list();
      const stops = [
        adapter.watch(() => void list()),
        effect(() => forget(pending, state.value.audio.choice)),
        followMeter(),
        () => {
          stopRing.value?.();
          stopRing.value = null;
        },
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** A device as it is in a list: by id, or by its name where that has changed. */
export const listedAs = (wanted: DeviceRef, listed: readonly DeviceRef[]): DeviceRef | undefined =>
  listed.find(({ id }) => id === wanted.id) ?? listed.find(({ label }) => label === wanted.label);

/** What has become part of the state is not pending any more. */
function forget(pending: { value: Partial<AudioChoice>; peek(): Partial<AudioChoice> }, arrived: AudioChoice): void {
  const before = Object.entries(pending.peek());
  const left = before.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(arrived[key as keyof AudioChoice]));
  if (left.length < before.length) pending.value = Object.fromEntries(left);
}
