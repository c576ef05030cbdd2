/**
 * Makes server/telephony/rtpengine/hold-music.wav anew: a quiet loop written for this project, sounded by a few sines.
 * The result is committed; run this (`npx tsx tools/make-hold-music.ts`) only to change it.
 */
import { writeFileSync } from 'node:fs';
import { encodeG711 } from '../server/telephony/services/g711';

const RATE = 8000;
const BEAT = 0.5;
/** MIDI notes: bass, and what is played over it in eighths. */
const BARS: readonly (readonly [number, readonly number[]])[] = [
  [48, [64, 67, 71, 74, 71, 67, 64, 67]],
  [45, [60, 64, 67, 72, 71, 67, 64, 60]],
  [41, [57, 60, 64, 69, 67, 64, 60, 57]],
  [43, [59, 62, 67, 71, 69, 67, 62, 59]],
  [48, [64, 67, 72, 76, 74, 72, 67, 64]],
  [45, [60, 64, 69, 72, 76, 72, 69, 64]],
  [50, [62, 65, 69, 72, 69, 65, 62, 60]],
  [43, [59, 62, 65, 67, 65, 62, 59, 55]],
];

const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

/** Adds a note that swells up in 10 ms and dies away; it goes round to the beginning, so that the loop has no seam. */
function strike(into: Float64Array, at: number, note: number, { loud, seconds }: { readonly loud: number; readonly seconds: number }): void {
  const start = Math.round(at * RATE);
  for (let i = 0; i < seconds * RATE; i++) {
    const t = i / RATE;
    const shape = Math.min(1, t / 0.01) * Math.exp((-3.5 * t) / seconds) * Math.min(1, (seconds - t) / 0.02);
    const angle = 2 * Math.PI * hertz(note) * t;
    const place = (start + i) % into.length;
    into[place] = (into[place] ?? 0) + loud * shape * (Math.sin(angle) + 0.25 * Math.sin(2 * angle) + 0.08 * Math.sin(3 * angle));
  }
}

const sound = new Float64Array(BARS.length * 4 * BEAT * RATE);
BARS.forEach(([bass, notes], bar) => {
  const begins = bar * 4 * BEAT;
  strike(sound, begins, bass + 12, { loud: 0.12, seconds: 4 * BEAT });
  notes.forEach((note, at) => strike(sound, begins + (at * BEAT) / 2, note, { loud: at % 4 === 0 ? 0.16 : 0.11, seconds: 1.2 }));
});

const samples = Int16Array.from(sound, (one) => Math.round(32767 * Math.max(-1, Math.min(1, one))));
const body = Buffer.from(encodeG711(samples, 'PCMA'));
const head = Buffer.alloc(46);
head.write('RIFF', 0);
head.writeUInt32LE(38 + body.length, 4);
head.write('WAVEfmt ', 8);
head.writeUInt32LE(18, 16);
head.writeUInt16LE(6, 20);
head.writeUInt16LE(1, 22);
head.writeUInt32LE(RATE, 24);
head.writeUInt32LE(RATE, 28);
head.writeUInt16LE(1, 32);
head.writeUInt16LE(8, 34);
head.write('data', 38);
head.writeUInt32LE(body.length, 42);
writeFileSync(new URL('../server/telephony/rtpengine/hold-music.wav', import.meta.url), Buffer.concat([head, body]));
