import { answer, dial, hangUp, isIdle } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import { isRequest, sampled, tapped, type BenchStage } from './bench-stage';
import { FIRST_SOUND, NO_MORE_OF_THESE, NOTE_CLICKS } from './first-sound';

/**
 * In a call with `first`, click on Answer and hold until the first sound of `second` is heard and `first` has been told that
 * it is on hold, in ms.
 */
export async function answerAndHold(bench: BenchStage, karin: ChromiumPhone, first: ChromiumPhone, second: ChromiumPhone, rounds: number): Promise<number[]> {
  const popup = await karin.popup();
  await popup.evaluate(NOTE_CLICKS);
  return sampled('answer-and-hold', rounds, async () => {
    await dial(karin, JOHAN.extension);
    await answer(first);
    await karin.chromium.probe.evaluate(FIRST_SOUND);
    await dial(second, KARIN.extension);
    await waitFor('the second call', () => popup.has('button', word('call.answerAndHold')));
    await karin.chromium.probe.evaluate(NO_MORE_OF_THESE);
    const mark = bench.tap.messages.all.length;
    const heard = karin.chromium.probe.evaluate<number>(FIRST_SOUND);
    await popup.click('button', word('call.answerAndHold'));
    const told = tapped(bench.tap, mark, 'the hold', (message) => isRequest('INVITE', 'edge')(message) && message.text.includes('a=sendonly'));
    const done = Math.max(await heard, (await told).at);
    const clickedAt = await popup.evaluate<number>('window.clickedAt');
    await hangUp(second);
    await hangUp(first);
    for (const phone of [karin, first, second]) await isIdle(phone);
    return done - clickedAt;
  });
}
