/** What one end of a call hears right now. */
export interface HeardTone {
  /** Dominant frequency, 0 in silence. */
  readonly hertz: number;
  /** Loudest bin, dBFS. */
  readonly level: number;
  /** When, seconds on a clock that goes on with the audio: two measurements 0.2 s apart share no sample. */
  readonly at: number;
}

/** Analysers cost some percent of a core: nobody having asked for so long, they go. Milliseconds. */
const RESTS_AFTER = 4_000;

/**
 * Source of an expression that measures the audio the given document plays: the `srcObject` of the live
 * `<audio>` element in its body, through an analyser made once per stream. Written as text, because it is
 * evaluated in another browser's document. Gives null while nothing is played.
 */
export const heardToneExpression = (documentOf: string): string => `(async () => {
  const doc = ${documentOf};
  const audio = [...doc.querySelectorAll('audio')].find((one) => one.srcObject && one.srcObject.getAudioTracks().some((t) => t.readyState === 'live'));
  if (!audio || audio.paused) return null;
  const ears = (globalThis.__ears ??= { context: new AudioContext(), began: performance.now() / 1000, kept: new WeakMap() });
  const { context, began, kept } = ears;
  clearTimeout(ears.rest);
  ears.rest = setTimeout(() => {
    globalThis.__ears = undefined;
    void context.close();
  }, ${RESTS_AFTER});
  if (context.state !== 'running') void context.resume();
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
  return { hertz: level > -50 ? Math.round((best * analyser.context.sampleRate) / analyser.fftSize) : 0, level, at: began + context.currentTime };
})()`;

/** Bins are 6 Hz wide and the codec moves a peak by less than a semitone. */
export function isTone(heard: HeardTone | null, hertz: number): boolean {
  return heard !== null && Math.abs(heard.hertz - hertz) < hertz * 0.04 + 8;
}
