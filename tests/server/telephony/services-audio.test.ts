import { describe, expect, it } from 'vitest';
import { decodeG711, encodeG711 } from '@/server/telephony/services/g711';
import { PROMPTS, loadPrompt, promptOf } from '@/server/telephony/services/prompt';
import { makeTone, measureTone, shareAt } from '@/server/telephony/services/tone';
import { WavError, readWav } from '@/server/telephony/services/wav';

describe('G.711', () => {
  it('decodes the values of ITU-T G.711', () => {
    expect([...decodeG711(Uint8Array.of(0xd5, 0x55, 0xaa, 0x2a), 'PCMA')]).toEqual([8, -8, 32256, -32256]);
    expect([...decodeG711(Uint8Array.of(0xff, 0x7f, 0x80, 0x00), 'PCMU')]).toEqual([0, 0, 32124, -32124]);
  });

  it.each(['PCMA', 'PCMU'] as const)('%s: every byte survives decoding and encoding', (codec) => {
    const values = decodeG711(Uint8Array.from({ length: 256 }, (_, i) => i), codec);
    expect([...decodeG711(encodeG711(values, codec), codec)]).toEqual([...values]);
  });

  it.each(['PCMA', 'PCMU'] as const)('%s: a tone is heard again after the codec', (codec) => {
    const heard = measureTone(decodeG711(encodeG711(makeTone(700, 200), codec), codec));
    expect(heard.frequency).toBe(700);
    expect(heard.purity).toBeGreaterThan(0.95);
  });
});

describe('tone measurement', () => {
  it.each([220, 440, 701, 1000, 3100])('finds %i Hz to within 2 Hz', (frequency) => {
    const heard = measureTone(makeTone(frequency, 500));
    expect(Math.abs(heard.frequency - frequency)).toBeLessThanOrEqual(2);
  });

  it('calls silence and noise no tone', () => {
    let seed = 1;
    const noise = Int16Array.from({ length: 4000 }, () => (seed = (seed * 16807) % 2147483647) % 12000);
    expect(measureTone(new Int16Array(4000)).frequency).toBe(0);
    expect(measureTone(noise.map((n) => n - 6000)).frequency).toBe(0);
  });

  it('gives the share of one frequency', () => {
    expect(shareAt(makeTone(440, 500), 440)).toBeGreaterThan(0.98);
    expect(shareAt(makeTone(440, 500), 1000)).toBeLessThan(0.01);
  });
});

describe('prompts', () => {
  it.each(PROMPTS)('%s is telephone audio of some seconds in 20 ms frames of both laws', (name) => {
    const { frames } = loadPrompt(name);
    expect(frames.PCMA.length).toBe(frames.PCMU.length);
    expect(frames.PCMA.length).toBeGreaterThan(100);
    expect(frames.PCMA.every((frame) => frame.length === 160)).toBe(true);
    const samples = decodeG711(Buffer.concat(frames.PCMU), 'PCMU');
    expect(measureTone(samples).level).toBeGreaterThan(500);
  });

  it('fills the last frame with silence', () => {
    expect(promptOf(new Int16Array(161).fill(1000)).frames.PCMA).toHaveLength(2);
  });

  it('refuses what is not telephone audio, and says what', () => {
    expect(() => readWav(Buffer.from('hello, this is no audio at all'))).toThrow(WavError);
    const stereo = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x02\0\x40\x1f\0\0', 'latin1');
    expect(() => readWav(stereo)).toThrow('not mono at 8000 Hz');
  });
});
