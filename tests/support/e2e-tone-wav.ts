import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RATE = 48_000;
const ON_MS = 400;
const OFF_MS = 100;

/**
 * One second of a pulsed sine, 48 kHz mono 16 bit, that loops without a click: Chromium's fake microphone plays it.
 * Pulsed, because a steady tone is what noise suppression takes away.
 */
export function toneWav(hertz: number): Buffer {
  const data = Buffer.alloc(RATE * 2);
  for (let at = 0; at < RATE; at++) {
    const inPulse = ((at * 1000) / RATE) % (ON_MS + OFF_MS);
    const level = Math.max(0, Math.min(1, inPulse / 5, (ON_MS - inPulse) / 5));
    data.writeInt16LE(Math.round(12_000 * level * Math.sin((2 * Math.PI * hertz * at) / RATE)), at * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** Writes the tone to a file of its own and returns its path. */
export function toneFile(hertz: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'one-tone-')), `${hertz}.wav`);
  writeFileSync(path, toneWav(hertz));
  return path;
}
