/** What one end of a call hears right now. */
export interface HeardTone {
  /** Dominant frequency, 0 in silence. */
  readonly hertz: number;
  /** Loudest bin, dBFS. */
  readonly level: number;
  /** When, seconds on a clock that goes on with the audio: two measurements 0.2 s apart share no sample. */
  readonly at: number;
}

/** An analyser that nobody has asked for so long rests, milliseconds. */
const RESTS_AFTER = 4_000;
/** Longer than what an analyser looks at, seconds. */
const WINDOW = 0.2;

/**
 * Source of an expression that measures the audio the given document plays: the `srcObject` of the live
 * `<audio>` element in its body, through an analyser made once per stream. Written as text, because it is
 * evaluated in another browser's document. Gives null while nothing is played.
 */
export const heardToneExpression = (documentOf: string): string => `(async () => {
  const doc = ${documentOf};
  const audio = [...doc.querySelectorAll('audio')].find((one) => one.srcObject && one.srcObject.getAudioTracks().some((t) => t.readyState === 'live'));
  if (!audio || audio.paused) return null;
  const kept = (globalThis.__heard ??= new WeakMap());
  const context = (globalThis.__heardContext ??= new AudioContext());
  // It costs some percent of a core, and rests while nobody asks.
  clearTimeout(globalThis.__heardRests);
  globalThis.__heardRests = setTimeout(() => context.suspend(), ${RESTS_AFTER});
  if (context.state !== 'running') {
    await context.resume();
    // What the analyser holds is of before its rest.
    for (const from = context.currentTime; context.currentTime < from + ${WINDOW}; ) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  let analyser = kept.get(audio.srcObject);
  if (!analyser) {
    analyser = context.createAnalyser();
    analyser.fftSize = 8192;
    analyser.smoothingTimeConstant = 0;
    context.createMediaStreamSource(audio.srcObject).connect(analyser);
    kept.set(audio.srcObject, analyser);
  }
  const bins = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(bins);
  let best = 0;
  for (let i = 1; i < bins.length; i++) if (bins[i] > bins[best]) best = i;
  const level = Number.isFinite(bins[best]) ? bins[best] : -200;
  return { hertz: level > -50 ? Math.round((best * analyser.context.sampleRate) / analyser.fftSize) : 0, level, at: analyser.context.currentTime };
})()`;

/** Bins are 6 Hz wide and the codec moves a peak by less than a semitone. */
export function isTone(heard: HeardTone | null, hertz: number): boolean {
  return heard !== null && Math.abs(heard.hertz - hertz) < hertz * 0.04 + 8;
}
