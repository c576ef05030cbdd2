import { signal, type ReadonlySignal } from '@preact/signals';
import type { Meter, Recording, SoundAdapter } from './sound-adapter';

/** So long one speaks. Milliseconds. */
export const TEST_LENGTH = 5_000;
/** The loudest moment of a test in which nobody was heard. RMS of full scale: -50 dBFS. */
const HEARD = 0.003;

export type TestStep = 'idle' | 'recording' | 'playing';
/** How the last test went: something was heard, nothing was, or it could not be recorded. */
export type TestVerdict = 'heard' | 'silent' | 'failed';

export interface MicrophoneTest {
  readonly step: ReadonlySignal<TestStep>;
  readonly verdict: ReadonlySignal<TestVerdict | null>;
  /** Records and plays back; while it records or plays: stops. */
  toggle(): Promise<void>;
  stop(): void;
}

export interface MicrophoneTestParts {
  readonly adapter: Pick<SoundAdapter, 'record'>;
  readonly meter: ReadonlySignal<Meter | null>;
  readonly level: ReadonlySignal<number>;
  readonly output: () => { readonly device: string | null; readonly volume: number };
}

/** Says back what one says, so that anybody can tell whether they are heard, without a call. */
export function createMicrophoneTest({ adapter, meter, level, output }: MicrophoneTestParts): MicrophoneTest {
  const step = signal<TestStep>('idle');
  const verdict = signal<TestVerdict | null>(null);
  let stopNow: () => void = () => undefined;
  /** What comes from a test that was stopped counts no more. */
  let run = 0;

  const stop = () => {
    run += 1;
    step.value = 'idle';
    stopNow();
    stopNow = () => undefined;
  };
  const record = async (open: Meter): Promise<Recording> => {
    const recorder = adapter.record(open, TEST_LENGTH);
    stopNow = () => recorder.stop();
    return recorder.done;
  };
  const start = async (open: Meter) => {
    const mine = (run += 1);
    let loudest = 0;
    const listening = level.subscribe((now) => (loudest = Math.max(loudest, now)));
    step.value = 'recording';
    verdict.value = null;
    try {
      const recording = await record(open);
      if (run !== mine) return;
      verdict.value = loudest < HEARD ? 'silent' : 'heard';
      step.value = 'playing';
      stopNow = () => recording.stop();
      const { device, volume } = output();
      await recording.play(device, volume);
    } catch {
      if (run === mine) verdict.value = 'failed';
    } finally {
      listening();
      if (run === mine) step.value = 'idle';
    }
  };
  return {
    step,
    verdict,
    async toggle() {
      if (step.value !== 'idle') return stop();
      const open = meter.value;
      if (open) await start(open);
    },
    stop,
  };
}
