import { G711_RATE } from './g711';

/** What is heard in a stretch of audio. */
export interface Tone {
  /** Strongest steady frequency, Hz; 0 where there is silence or no clear tone. */
  readonly frequency: number;
  /** Share of the energy at that frequency, 0 to 1: over 0.5 is a tone, speech stays below. */
  readonly purity: number;
  /** Root mean square of the samples, 0 to 32767. */
  readonly level: number;
}

const SILENCE: Tone = { frequency: 0, purity: 0, level: 0 };
const QUIET = 50;

/** Share of the energy of `samples` at `frequency`, 0 to 1, by Goertzel's algorithm. */
export function shareAt(samples: Int16Array, frequency: number, rate: number = G711_RATE): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let before = 0;
  let last = 0;
  let energy = 0;
  for (const sample of samples) {
    const next = sample + coefficient * last - before;
    before = last;
    last = next;
    energy += sample * sample;
  }
  if (energy === 0) return 0;
  const power = last * last + before * before - coefficient * last * before;
  return Math.min(1, (2 * power) / (energy * samples.length));
}

const squares = (samples: Int16Array) => samples.reduce((sum, sample) => sum + sample * sample, 0);

/** The loudest tenth of a second: short enough that a step of 20 Hz misses no tone in it. */
function loudestStretch(samples: Int16Array, rate: number): Int16Array {
  const length = Math.round(rate / 10);
  let loudest = samples.subarray(0, length);
  for (let at = length; at + length <= samples.length; at += length) {
    const stretch = samples.subarray(at, at + length);
    if (squares(stretch) > squares(loudest)) loudest = stretch;
  }
  return loudest;
}

/**
 * The tone in `samples`, searched between 200 and 3400 Hz (the telephone band): roughly in the loudest tenth of a
 * second, then to 2 Hz in all of them. Takes some milliseconds for a second of sound.
 */
export function measureTone(samples: Int16Array, rate: number = G711_RATE): Tone {
  const level = samples.length === 0 ? 0 : Math.sqrt(squares(samples) / samples.length);
  if (level < QUIET) return { ...SILENCE, level };
  const best = (within: Int16Array, from: number, to: number, step: number) => {
    let found = { frequency: 0, purity: 0 };
    for (let frequency = from; frequency <= to; frequency += step) {
      const purity = shareAt(within, frequency, rate);
      if (purity > found.purity) found = { frequency, purity };
    }
    return found;
  };
  const coarse = best(loudestStretch(samples, rate), 200, 3400, 20);
  const fine = best(samples, coarse.frequency - 20, coarse.frequency + 20, 2);
  return fine.purity < 0.3 ? { ...SILENCE, level } : { ...fine, level };
}

/** A sine of `frequency` Hz for `ms` milliseconds; `loudness` is its top, 0 to 1. */
export function makeTone(frequency: number, ms: number, loudness = 0.3, rate: number = G711_RATE): Int16Array {
  const step = (2 * Math.PI * frequency) / rate;
  return Int16Array.from({ length: Math.round((ms * rate) / 1000) }, (_, i) => Math.round(Math.sin(i * step) * loudness * 32767));
}
