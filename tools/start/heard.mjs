/** Runs in the phone host: what its <audio> plays. Loudest frequency in Hz, 0 for silence; null when nothing plays. */
const measure = async () => {
  const audio = [...document.querySelectorAll('audio')].find((one) => one.srcObject?.getAudioTracks().some((track) => track.readyState === 'live'));
  if (!audio) return null;
  const kept = (globalThis.tourAnalysers ??= new WeakMap());
  if (!kept.has(audio.srcObject)) {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 8192;
    analyser.smoothingTimeConstant = 0;
    context.createMediaStreamSource(audio.srcObject).connect(analyser);
    kept.set(audio.srcObject, analyser);
  }
  const analyser = kept.get(audio.srcObject);
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  let loudest = 0;
  levels.forEach((level, i) => (loudest = level > levels[loudest] ? i : loudest));
  return levels[loudest] < -60 ? 0 : Math.round((loudest * analyser.context.sampleRate) / analyser.fftSize);
};

/** Listens in Chrome's phone host, the offscreen document. */
export async function listenTo({ browser, origin }) {
  const target = await browser.waitForTarget((one) => one.url().startsWith(`${origin}/offscreen.html`), { timeout: 10_000 });
  const page = await target.asPage();
  return () => page.evaluate(measure);
}

/** Analyser bins are 6 Hz wide, and the browser stretches time a little to fill its buffer: half a tone either way is the tone. */
export const isTone = (heard, frequency) => heard !== null && heard !== undefined && Math.abs(heard - frequency) <= frequency * 0.05;
