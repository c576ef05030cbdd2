import { writeFileSync } from 'node:fs';

/** Writes the tones of public/sounds (rings: make-ring-tones.ts): 8 kHz, 16 bit, mono WAV, each made to loop without a click. */
const RATE = 8000;

interface Burst {
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  /** Hz, sounded together. */
  readonly tones: readonly number[];
  /** 0 to 1. */
  readonly level: number;
}

/** Seconds of rise and fall, so that a burst does not click. */
const EDGE = 0.015;

function render(seconds: number, bursts: readonly Burst[]): Int16Array {
  const samples = new Int16Array(Math.round(seconds * RATE));
  for (const { from, to, tones, level } of bursts) {
    for (let at = Math.round(from * RATE); at < Math.round(to * RATE); at += 1) {
      const time = at / RATE - from;
      const edge = Math.min(1, time / EDGE, (to - from - time) / EDGE);
      const sum = tones.reduce((total, hertz) => total + Math.sin(2 * Math.PI * hertz * time), 0) / tones.length;
      samples[at] = Math.round((samples[at] ?? 0) + sum * edge * level * 32767);
    }
  }
  return samples;
}

function wav(samples: Int16Array): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

const SOUNDS: Readonly<Record<string, Int16Array>> = {
  // Heard beside a conversation: the ring-back's 425 Hz, twice, short and soft, each four seconds.
  'call-waiting': render(4, [
    { from: 0, to: 0.15, tones: [425], level: 0.12 },
    { from: 0.3, to: 0.45, tones: [425], level: 0.12 },
  ]),
  // ITU-T E.180 supplement 2, Sweden: 425 Hz, one second on, five off.
  ringback: render(6, [{ from: 0, to: 1, tones: [425], level: 0.3 }]),
};

for (const [name, samples] of Object.entries(SOUNDS)) {
  writeFileSync(new URL(`../public/sounds/${name}.wav`, import.meta.url), wav(samples));
}
