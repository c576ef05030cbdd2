import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RING_TONES } from '@/utils/domain/audio/audio-choice';
import { decodeMuLaw } from '@/server/telephony/services/g711';

const folder = new URL('../../public/sounds/ring/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.wav`, folder));

it('there is a file for each ring tone, and for nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual(RING_TONES.map((name) => `${name}.wav`).sort());
});

it.each(RING_TONES)('%s is small, mono, 16 kHz µ-law', (name) => {
  const file = read(name);
  expect(file.length).toBeLessThan(60_000);
  expect([file.readUInt16LE(20), file.readUInt16LE(22), file.readUInt32LE(24)]).toEqual([7, 1, 16_000]);
  expect(file.readUInt32LE(54)).toBe(file.length - 58);
});

it.each(RING_TONES)('%s is heard from its beginning, and loops without a click', (name) => {
  const samples = [...read(name).subarray(58)].map(decodeMuLaw);
  const loudest = (part: readonly number[]) => Math.max(...part.map(Math.abs));
  expect(loudest(samples.slice(0, 4_000))).toBeGreaterThan(6_000);
  const [first = 0, last = 0] = [samples[0], samples.at(-1)];
  expect(Math.abs(first - last)).toBeLessThan(1_000);
});
