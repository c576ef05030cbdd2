/**
 * Source of an expression that measures what Firefox's background page plays, evaluated in a tab of the extension.
 * Recorded, for longer than a pulse and its pause, and transformed by hand: on a machine without a sound card Firefox never starts an AudioContext.
 * Gives what `heardToneExpression` gives, or null while nothing is played.
 */
export const FIREFOX_HEARD_TONE = `(async () => {
  const doc = browser.extension.getBackgroundPage().document;
  const audio = [...doc.querySelectorAll('audio')].find((one) => one.srcObject && one.srcObject.getAudioTracks().some((t) => t.readyState === 'live'));
  if (!audio || audio.paused) return null;
  const recorder = new MediaRecorder(audio.srcObject);
  const chunks = [];
  recorder.ondataavailable = (event) => chunks.push(event.data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  // The recording's length; a slice of one (timeslice) is not always a file that can be decoded.
  await new Promise((resolve) => setTimeout(resolve, 600));
  recorder.stop();
  await stopped;
  const rate = 48000;
  const decoded = await new OfflineAudioContext(1, rate, rate).decodeAudioData(await new Blob(chunks).arrayBuffer());
  const all = decoded.getChannelData(0);
  // Tones pulse, and only part of a recording has one: the loudest stretch is what is heard.
  let samples = all.subarray(-8192), loudest = -1;
  for (let from = 0; from + 8192 <= all.length; from += 1024) {
    const stretch = all.subarray(from, from + 8192);
    const energy = stretch.reduce((sum, one) => sum + one * one, 0);
    if (energy > loudest) [samples, loudest] = [stretch, energy];
  }
  let best = { hertz: 0, power: 0 };
  for (let hertz = 150; hertz <= 2000; hertz += 10) {
    let re = 0, im = 0;
    for (let i = 0; i < samples.length; i++) {
      const angle = (2 * Math.PI * hertz * i) / rate;
      re += samples[i] * Math.cos(angle);
      im += samples[i] * Math.sin(angle);
    }
    const power = (re * re + im * im) / (samples.length * samples.length);
    if (power > best.power) best = { hertz, power };
  }
  const level = best.power > 0 ? Math.round(10 * Math.log10(best.power)) : -200;
  return { hertz: level > -55 ? best.hertz : 0, level, at: performance.now() / 1000 };
})()`;
