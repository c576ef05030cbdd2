/** Epoch ms of the first sample of sound in what the phone host plays, of a stream that {@link NO_MORE_OF_THESE} has not left out. */
export const FIRST_SOUND = `(async () => {
  const old = (globalThis.__oldStreams ??= new WeakSet());
  const context = (globalThis.__firstSound ??= new AudioContext());
  await context.resume();
  const deadline = performance.now() + 30000;
  let analyser = null, stream = null;
  const samples = new Float32Array(256);
  while (performance.now() < deadline) {
    const audio = [...document.querySelectorAll('audio')].find((one) => one.srcObject && !old.has(one.srcObject));
    if (audio && audio.srcObject !== stream) {
      stream = audio.srcObject;
      analyser = context.createAnalyser();
      analyser.fftSize = 256;
      context.createMediaStreamSource(stream).connect(analyser);
    }
    if (analyser) {
      analyser.getFloatTimeDomainData(samples);
      if (samples.some((one) => Math.abs(one) > 0.005)) return performance.timeOrigin + performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error('silence');
})()`;

/** What is played now does not count for {@link FIRST_SOUND}. */
export const NO_MORE_OF_THESE = `(() => {
  globalThis.__oldStreams ??= new WeakSet();
  for (const { srcObject } of document.querySelectorAll('audio')) if (srcObject) __oldStreams.add(srcObject);
})()`;

/** In a surface: when it was last clicked, as `window.clickedAt`, epoch ms. */
export const NOTE_CLICKS = `addEventListener('mouseup', (event) => { window.clickedAt = performance.timeOrigin + event.timeStamp; }, true)`;
