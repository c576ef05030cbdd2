import { expect, it } from 'vitest';
import { DEFAULT_AUDIO_CHOICE, type AudioChoice } from '@/utils/domain/audio/audio-choice';
import { createAudioChoiceStore } from '@/utils/storage/audio-choice-store';

function memory(initial: string | null = null) {
  let kept = initial;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
}

it('keeps what was chosen', () => {
  const storage = memory();
  const choice: AudioChoice = { ...DEFAULT_AUDIO_CHOICE, microphone: { id: 'a', label: 'Jabra' }, ringVolume: 0.4, noiseSuppression: false };
  createAudioChoiceStore(storage).write(choice);
  expect(createAudioChoiceStore(storage).read()).toEqual(choice);
});

it.each([
  ['nothing yet', null],
  ['no JSON', '{'],
  ['something else', '7'],
])('%s: what every browser begins with', (_, stored) => {
  expect(createAudioChoiceStore(memory(stored)).read()).toEqual(DEFAULT_AUDIO_CHOICE);
});

it('what is not valid costs only itself', () => {
  const stored = JSON.stringify({ speaker: { id: 'a', label: 'Jabra' }, ring: { id: 7 }, ringVolume: 9, ringTone: 'bagpipe', echoCancellation: false, more: true });
  expect(createAudioChoiceStore(memory(stored)).read()).toEqual({ ...DEFAULT_AUDIO_CHOICE, speaker: { id: 'a', label: 'Jabra' }, echoCancellation: false });
});

it('does not write what cannot be read', () => {
  expect(() => createAudioChoiceStore(memory()).write({ ...DEFAULT_AUDIO_CHOICE, ringVolume: 2 })).toThrow();
});
