import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTone, type Pulse } from '@/tools/start/tone-file.mjs';

/** Milliseconds of tone and silence of the fake microphone. */
export type { Pulse };

/**
 * By default a tone that noise suppression leaves alone for as long as a call lasts: with more sound than silence it comes down
 * by 25 dB within ten seconds, with a quarter of every half second it is as loud after a minute as at first. In the first
 * call of a browser it may still be taken for noise for a second or two. Returns the file's path.
 */
export function toneFile(hertz: number, pulse: Pulse = { onMs: 120, offMs: 380 }): string {
  const path = join(mkdtempSync(join(tmpdir(), 'one-tone-')), `${hertz}.wav`);
  writeTone(path, hertz, pulse);
  return path;
}
