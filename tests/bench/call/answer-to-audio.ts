import { dial, hangUp, isIdle } from '@/tests/support/e2e-actions';
import { JOHAN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import { sampled } from './bench-stage';

/** Epoch ms of the first sample of sound in what the phone host plays. */
const FIRST_SOUND = `(async () => {
  const context = (globalThis.__firstSound ??= new AudioContext());
  await context.resume();
  const deadline = performance.now() + 30000;
  let analyser = null, stream = null;
  const samples = new Float32Array(256);
  while (performance.now() < deadline) {
    const audio = [...document.querySelectorAll('audio')].find((one) => one.srcObject);
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

const NOTE_CLICKS = `addEventListener('mouseup', (event) => { window.clickedAt = performance.timeOrigin + event.timeStamp; }, true)`;

/** Click on Answer until both ends have heard the first sound of the other, in ms. */
export async function answerToAudio(caller: ChromiumPhone, callee: ChromiumPhone, rounds: number): Promise<number[]> {
  const popup = await callee.popup();
  await popup.evaluate(NOTE_CLICKS);
  return sampled('answer-to-audio', rounds, async () => {
    await dial(caller, JOHAN.extension);
    await waitFor('the Answer button', () => popup.has('button', word('call.answer')));
    const heard = [caller, callee].map((phone) => phone.chromium.probe.evaluate<number>(FIRST_SOUND));
    await popup.click('button', word('call.answer'));
    const first = await Promise.all(heard);
    const clickedAt = await popup.evaluate<number>('window.clickedAt');
    await hangUp(caller);
    await isIdle(callee);
    await isIdle(caller);
    return Math.max(...first) - clickedAt;
  });
}
