/** Once a second is often enough. */
export interface MicrophoneSample {
  /** Milliseconds, any epoch. */
  readonly at: number;
  /** Loudness of the microphone, 0 to 1 (RMS or WebRTC's `audioLevel`). */
  readonly level: number;
  /** Loudness of the other side, 0 to 1. */
  readonly remoteLevel: number;
  /** Muted or held here: then silence is what is wanted. */
  readonly muted: boolean;
}

export interface SilentMicrophone {
  /** Milliseconds that were counted so far. */
  readonly silentFor: number;
  /** The headset seems to be muted. Stays until something is heard. */
  readonly suspected: boolean;
  readonly lastAt: number | null;
}

/** One and a half steps of 16 bits: under what any open microphone gives, noise suppression included, above dithered digital silence. */
export const SILENCE = 1.5 / 32_768;
/** The other side talks. */
const TALKING = 0.01;
/** So much silence, counted while the other side is quiet, too, is nobody listening. Milliseconds. */
export const SUSPECT_AFTER = 6_000;
/** Samples further apart say nothing of the time between. Milliseconds. */
const GAP = 3_000;

export const NOT_SILENT: SilentMicrophone = Object.freeze<SilentMicrophone>({ silentFor: 0, suspected: false, lastAt: null });

/**
 * One more sample, for a microphone that gives nothing while one seems to talk: a headset muted by its own button or hook
 * gives digital silence, which an open microphone in the quietest room never does. Only time in which the other side is
 * quiet counts: while it talks, one listens.
 */
export function hearMicrophone(before: SilentMicrophone, { at, level, remoteLevel, muted }: MicrophoneSample): SilentMicrophone {
  if (muted || level > SILENCE) return { ...NOT_SILENT, lastAt: at };
  const passed = before.lastAt === null ? 0 : at - before.lastAt;
  const counts = passed > 0 && passed <= GAP && remoteLevel < TALKING;
  const silentFor = before.silentFor + (counts ? passed : 0);
  return { silentFor, suspected: before.suspected || silentFor >= SUSPECT_AFTER, lastAt: at };
}
