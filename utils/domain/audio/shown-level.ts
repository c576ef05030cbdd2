/** Quieter is drawn as nothing. dBFS. */
const FLOOR = -60;

/**
 * How much of a meter is lit, 0 to 1, for a loudness as RMS of full scale, 0 to 1: even steps for equal steps in decibels,
 * as ears hear them. Speech at a headset lights about two thirds.
 */
export function shownLevel(rms: number): number {
  if (!(rms > 0)) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / FLOOR));
}
