import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { word } from '@/tests/support/e2e-words';
import { sampled } from './bench-stage';

/** Notes, in the popup's own time, when a field can be typed in and the true status is shown. */
const watch = ({ label, status }: { label: string; status: string }) => {
  const look = () => {
    const field = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"], input`);
    const usable = field !== null && !field.disabled && document.body.innerText.includes(status);
    if (!usable) return void requestAnimationFrame(look);
    // The frame in which it stands is painted after this callback.
    requestAnimationFrame(() => Object.assign(window, { usableAt: performance.now() }));
  };
  addEventListener('DOMContentLoaded', look);
};

/** Popup's document asked for until its dial field takes a key and its status is true, in ms. */
export async function popupUsable(phone: ChromiumPhone, rounds: number): Promise<number[]> {
  await phone.closePopup();
  return sampled('popup-usable', rounds, async () => {
    const page = await phone.chromium.context.newPage();
    await page.addInitScript(watch, { label: word('dialer.label'), status: word('status.registered') });
    await page.goto(`${phone.origin}/popup.html`);
    const handle = await page.waitForFunction(() => (window as unknown as { usableAt?: number }).usableAt);
    const usableAt = Number(await handle.jsonValue());
    const field = page.getByLabel(word('dialer.label'), { exact: true }).first();
    await field.press('4');
    if ((await field.inputValue()) !== '4') throw new Error('the dial field did not take the key');
    await page.close();
    return usableAt;
  });
}
