import { answer, dial, hangUp, isIdle } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { FATIMA, JOHAN } from '@/tests/support/e2e-demo-company';
import { word } from '@/tests/support/e2e-words';
import { sampled } from './bench-stage';
import { FIRST_SOUND, NO_MORE_OF_THESE, NOTE_CLICKS } from './first-sound';

/** Click on Complete transfer until the two others have heard the first sound of each other, in ms. */
export async function transferAttended(karin: ChromiumPhone, johan: ChromiumPhone, fatima: ChromiumPhone, rounds: number): Promise<number[]> {
  const popup = await karin.popup();
  await popup.evaluate(NOTE_CLICKS);
  return sampled('transfer-attended', rounds, async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await johan.chromium.probe.evaluate(FIRST_SOUND);
    await popup.click('button', word('transfer.open'));
    await popup.fill(word('transfer.field'), FATIMA.extension);
    await popup.press('Enter');
    await answer(fatima);
    await fatima.chromium.probe.evaluate(FIRST_SOUND);
    const others = [johan, fatima].map((phone) => phone.chromium.probe);
    for (const probe of others) await probe.evaluate(NO_MORE_OF_THESE);
    const heard = others.map((probe) => probe.evaluate<number>(FIRST_SOUND));
    await popup.click('button', word('transfer.complete'));
    const last = Math.max(...(await Promise.all(heard)));
    const clickedAt = await popup.evaluate<number>('window.clickedAt');
    await isIdle(karin);
    await hangUp(johan);
    await isIdle(fatima);
    return last - clickedAt;
  });
}
