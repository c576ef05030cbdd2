import { writeFileSync } from 'node:fs';

const RATE = 48_000;

/**
 * Writes one second of a tone for Chromium's fake microphone, which plays it over and over. It pulses, because
 * noise suppression takes for noise what is steady, what is there most of the time, and what it hears first: so a pause
 * comes first, and over a longer call `onMs` is the shorter part. The edges are soft, and pulses fill a second exactly.
 */
export function writeTone(path, frequency, { onMs = 400, offMs = 100 } = {}) {
  const samples = Int16Array.from({ length: RATE }, (_, i) => {
    const ms = (((i * 1000) / RATE) % (onMs + offMs)) - offMs;
    const edge = Math.max(0, Math.min(1, ms / 8, (onMs - ms) / 8));
    return Math.round(Math.sin((2 * Math.PI * frequency * i) / RATE) * edge * 10_000);
  });
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(path, Buffer.concat([header, Buffer.from(samples.buffer)]));
}
