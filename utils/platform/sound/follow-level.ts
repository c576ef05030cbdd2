/** Twenty times a second: as fast as an eye follows. Milliseconds. */
const EVERY = 50;

/** Tells how loud a stream is, as RMS of full scale (0 to 1), until the returned function is called. */
export function followLevel(stream: MediaStream, onLevel: (rms: number) => void): () => void {
  const context = new AudioContext();
  // Firefox starts it when the page has the microphone, Chrome after a click at the latest.
  context.resume().catch(() => undefined);
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
  }, EVERY);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
