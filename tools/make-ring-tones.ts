/**
 * Makes public/sounds/ring anew: five ring tones written for this project, sounded by a few sines. Each loops without a
 * seam. 16 kHz mono µ-law WAV, which both browsers play: a ring of three seconds is 48 kB. The results are committed; run
 * this (`npx tsx tools/make-ring-tones.ts`) only to change them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { encodeG711 } from '../server/telephony/services/g711';
import type { RingToneName } from '../utils/domain/audio/audio-choice';

const RATE = 16_000;
const SECONDS = 3;
/** Loudest sample: a ring is heard across a room, and the volume is the listener's to set. */
const PEAK = 0.85 * 32_767;

interface Note {
  /** Seconds from the beginning. */
  readonly at: number;
  /** MIDI note: 69 is 440 Hz. */
  readonly note: number;
  /** 0 to 1, beside the tone's other notes. */
  readonly loud?: number;
  /** Seconds until it has died away. */
  readonly long: number;
}

interface Voice {
  /** Partials: how many times the note's frequency, how loud, how much faster than the first they die away. */
  readonly partials: readonly (readonly [times: number, loud: number, decay: number])[];
  /** How fast a note dies away in its time; 0: not before its end. */
  readonly decay: number;
  /** Seconds of rise and of fall, so that nothing clicks. */
  readonly edge: number;
}

const WHISTLE: Voice = { partials: [[1, 1, 1], [2, 0.5, 1]], decay: 0, edge: 0.012 };
const BELL: Voice = { partials: [[1, 1, 1], [2.76, 0.45, 2.2], [5.4, 0.2, 4]], decay: 4.5, edge: 0.004 };
const WOOD: Voice = { partials: [[1, 1, 1], [3.93, 0.4, 4.5], [9.6, 0.12, 9]], decay: 6, edge: 0.003 };
const STRING: Voice = { partials: [[1, 1, 1], [2, 0.55, 1.6], [3, 0.3, 2.4], [4, 0.16, 3.2]], decay: 4, edge: 0.005 };
const HUM: Voice = { partials: [[1, 1, 1], [2, 0.3, 1], [3, 0.12, 1]], decay: 0, edge: 0.05 };

/** Eight quick turns between two notes. */
const trill = (start: number): Note[] =>
  Array.from({ length: 8 }, (_, turn) => ({ at: start + turn * 0.05, note: turn % 2 === 0 ? 76 : 80, long: 0.05 }));
const run = (start: number, step: number, notes: readonly number[], long: number): Note[] =>
  notes.map((note, turn) => ({ at: start + turn * step, note, long }));

const TONES: Readonly<Record<RingToneName, { readonly voice: Voice; readonly notes: readonly Note[] }>> = {
  trill: { voice: WHISTLE, notes: [...trill(0), ...trill(0.6)] },
  chime: { voice: BELL, notes: [...run(0, 0.28, [83, 79, 76], 1.2), { at: 0.84, note: 71, long: 2 }] },
  marimba: { voice: WOOD, notes: [...run(0, 0.13, [72, 76, 79, 84, 79, 84], 0.7), ...run(1.17, 0.13, [74, 77, 81, 86], 0.9)] },
  harp: { voice: STRING, notes: [...run(0, 0.07, [60, 64, 67, 71, 72, 76, 79, 83, 84], 1.6), ...run(1.1, 0.09, [83, 79, 76, 72], 1.4)] },
  pulse: { voice: HUM, notes: [0, 0.34, 1.2, 1.54].flatMap((at) => [69, 73, 76].map((note) => ({ at, note, long: 0.22 }))) },
};

const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

/** Adds a note; what sounds beyond the end goes on at the beginning. */
function sound(into: Float64Array, { partials, decay, edge }: Voice, { at, note, loud = 1, long }: Note): void {
  const start = Math.round(at * RATE);
  for (let i = 0; i < long * RATE; i++) {
    const time = i / RATE;
    const shape = loud * Math.min(1, time / edge, (long - time) / edge);
    const place = (start + i) % into.length;
    for (const [times, share, faster] of partials) {
      const frequency = hertz(note) * times;
      // What 16 kHz cannot carry would come back as another note.
      if (frequency > RATE * 0.45) continue;
      into[place] = (into[place] ?? 0) + shape * share * Math.exp((-decay * faster * time) / long) * Math.sin(2 * Math.PI * frequency * time);
    }
  }
}

function wav(bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(58);
  header.write('RIFF', 0);
  header.writeUInt32LE(50 + bytes.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(18, 16);
  header.writeUInt16LE(7, 20); // µ-law
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('fact', 38);
  header.writeUInt32LE(4, 42);
  header.writeUInt32LE(bytes.length, 46);
  header.write('data', 50);
  header.writeUInt32LE(bytes.length, 54);
  return Buffer.concat([header, bytes]);
}

const folder = new URL('../public/sounds/ring/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, { voice, notes }] of Object.entries(TONES)) {
  const mixed = new Float64Array(SECONDS * RATE);
  for (const note of notes) sound(mixed, voice, note);
  const loudest = mixed.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const samples = Int16Array.from(mixed, (sample) => Math.round((sample / loudest) * PEAK));
  writeFileSync(new URL(`${name}.wav`, folder), wav(encodeG711(samples, 'PCMU')));
}
