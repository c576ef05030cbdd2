import type { MicrophoneFault, MicrophoneSettings } from '@/utils/contract/audio';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import type { KnownDevices } from '@/utils/domain/audio/known-devices';
import type { HeadsetAdapter, HeadsetProblem } from '@/utils/models/headset-adapter';
import type { Meter, Recording, RingSample, SoundAdapter } from '@/utils/models/sound-adapter';
import { createSoundModel } from '@/utils/models/sound-model';
import { createFakePhone } from './fake-phone';

/** A browser with devices, a microphone that says what the test says, and ears. */
export class FakeSound implements SoundAdapter {
  known: KnownDevices = {
    inputs: [{ id: 'jabra-in', label: 'Jabra Evolve2 65' }, { id: 'built-in', label: 'Inbyggd mikrofon' }],
    outputs: [{ id: 'jabra-out', label: 'Jabra Evolve2 65' }, { id: 'desk', label: 'Skrivbordshögtalare' }],
  };
  fault: MicrophoneFault | null = null;
  choosesOutputs = true;
  /** What is open, by its settings. */
  readonly meters: MicrophoneSettings[] = [];
  readonly rings: RingSample[] = [];
  /** Where recordings were played. */
  readonly played: (readonly [device: string | null, volume: number])[] = [];
  say: (rms: number) => void = () => undefined;
  /** Five seconds are over. */
  recorded: () => void = () => undefined;
  /** The ring sample, or the recording, is over. */
  end: () => void = () => undefined;
  recordingFails = false;
  #changed: () => void = () => undefined;

  async list(): Promise<KnownDevices> {
    return this.known;
  }
  watch(listener: () => void): () => void {
    this.#changed = listener;
    return () => (this.#changed = () => undefined);
  }
  plug(known: KnownDevices): void {
    this.known = known;
    this.#changed();
  }
  async openMeter(settings: MicrophoneSettings, onLevel: (rms: number) => void): Promise<Meter | { fault: MicrophoneFault }> {
    if (this.fault) return { fault: this.fault };
    this.meters.push(settings);
    this.say = onLevel;
    return { stop: () => void this.meters.splice(this.meters.indexOf(settings), 1) };
  }
  record() {
    const recording: Recording = {
      play: (device, volume) => {
        this.played.push([device, volume]);
        return new Promise((resolve) => (this.end = resolve));
      },
      stop: () => this.end(),
    };
    const done = new Promise<Recording>((resolve, reject) => {
      this.recorded = () => (this.recordingFails ? reject(new Error('no')) : resolve(recording));
    });
    return { done, stop: () => this.recorded() };
  }
  ring(sample: RingSample, onEnd: () => void): () => void {
    this.rings.push(sample);
    this.end = onEnd;
    return () => void this.rings.splice(this.rings.indexOf(sample), 1);
  }
}

/** A browser that has headsets to choose from. */
export class FakeHeadsets implements HeadsetAdapter {
  supported = true;
  /** What becomes of the next list. */
  picked: { readonly id: string; readonly label: string } | HeadsetProblem = { id: '047f:c056', label: 'Poly Voyager' };
  readonly forgotten: string[] = [];

  async ask() {
    const { picked } = this;
    return typeof picked === 'string' ? ({ ok: false, why: picked } as const) : ({ ok: true, headset: picked } as const);
  }
  async forget(id: string): Promise<void> {
    this.forgotten.push(id);
  }
}

/** For pages whose sound is not looked at. */
export const soundModel = () => createSoundModel(createFakePhone(EMPTY_PHONE_STATE), new FakeSound(), new FakeHeadsets());
