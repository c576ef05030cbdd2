import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import { sampled } from './bench-stage';

/** Notes, in the popup's own time, when its field can be typed in and the true status is shown. As text: it runs there. */
const WATCH = `addEventListener('DOMContentLoaded', () => {
  const look = () => {
    const field = document.querySelector('input');
    if (!field || field.disabled || !document.body.innerText.includes(${JSON.stringify(word('status.registered'))})) return void requestAnimationFrame(look);
    // The frame in which it stands is painted after this callback.
    requestAnimationFrame(() => (window.usableAt = performance.now()));
  };
  look();
})`;

/** Popup's document asked for until its dial field takes a key and its status is true, in ms. */
export async function popupUsable(phone: ChromiumPhone, rounds: number): Promise<number[]> {
  await phone.closePopup();
  return sampled('popup-usable', rounds, async () => {
    const page = await phone.chromium.context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(`${phone.origin}/popup.html`);
    const usableAt = await waitFor('the popup', () => page.evaluate<number | undefined>('window.usableAt'));
    const field = page.getByLabel(word('dialer.label'), { exact: true }).first();
    await field.press('4');
    if ((await field.inputValue()) !== '4') throw new Error('the dial field did not take the key');
    await page.close();
    return usableAt;
  });
}
