import * as v from 'valibot';
import { audioChoiceSchema } from '@/utils/contract/audio';
import { DEFAULT_AUDIO_CHOICE, type AudioChoice } from '@/utils/domain/audio/audio-choice';
import type { AudioChoiceStore } from '@/utils/core/adapters';

const KEY = 'audioChoice';

/** In `localStorage`, for this browser whoever is signed in: the offscreen document has no other storage that answers before the first ring. */
export function createAudioChoiceStore(storage: Pick<Storage, 'getItem' | 'setItem'>): AudioChoiceStore {
  return {
    read() {
      try {
        return audioChoiceOf(JSON.parse(storage.getItem(KEY) ?? '{}'));
      } catch {
        return DEFAULT_AUDIO_CHOICE;
      }
    },
    write: (choice) => storage.setItem(KEY, JSON.stringify(v.parse(audioChoiceSchema, choice))),
  };
}

/** Field by field: what is not valid, or not known to this version, costs only itself. */
export function audioChoiceOf(stored: unknown): AudioChoice {
  const raw = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const valid = Object.entries(audioChoiceSchema.entries).flatMap(([name, schema]) => {
    const read = v.safeParse(schema as v.GenericSchema, raw[name]);
    return read.success ? [[name, read.output]] : [];
  });
  return { ...DEFAULT_AUDIO_CHOICE, ...(Object.fromEntries(valid) as Partial<AudioChoice>) };
}
