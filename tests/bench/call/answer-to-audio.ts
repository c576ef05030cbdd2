import { dial, hangUp, isIdle } from '@/tests/support/e2e-actions';
import { JOHAN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import { sampled } from './bench-stage';
import { FIRST_SOUND, NOTE_CLICKS } from './first-sound';

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
