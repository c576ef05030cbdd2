import { readFileSync } from 'node:fs';
import { G711_FRAME, encodeG711, type G711 } from './g711';
import { readWav } from './wav';

/** Sound that is ready to be sent, in 20 ms frames of each G.711 law. */
export interface Prompt {
  readonly frames: Readonly<Record<G711, readonly Buffer[]>>;
}

/** Cuts samples (8000 a second) into frames; the last one is filled up with silence. */
export function promptOf(samples: Int16Array): Prompt {
  const cut = (codec: G711) => {
    const padded = new Int16Array(Math.ceil(samples.length / G711_FRAME) * G711_FRAME);
    padded.set(samples);
    const bytes = encodeG711(padded, codec);
    return Array.from({ length: padded.length / G711_FRAME }, (_, i) => bytes.subarray(i * G711_FRAME, (i + 1) * G711_FRAME));
  };
  return { frames: { PCMA: cut('PCMA'), PCMU: cut('PCMU') } };
}

export const PROMPTS = ['announcement', 'greeting', 'call-me'] as const;
export type PromptName = (typeof PROMPTS)[number];

/** A prompt of prompts/, as made by tools/make-prompts.sh. */
export function loadPrompt(name: PromptName): Prompt {
  return promptOf(readWav(readFileSync(new URL(`prompts/${name}.wav`, import.meta.url))));
}
