import type { RingToneName } from '@/utils/domain/audio/audio-choice';

/** In the package, below public/. */
export const ringUrl = (tone: RingToneName): string => `/sounds/ring/${tone}.wav`;
