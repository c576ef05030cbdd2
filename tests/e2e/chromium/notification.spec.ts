import { expect } from '@playwright/test';
import { dial, hangUp, hearEachOther, shows } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

/** `chrome`, as far as the worker is asked for it here; `dispatch` is what the browser calls when the button is pressed. */
interface WorkerScope {
  readonly chrome: {
    readonly notifications: {
      getAll(): Promise<Record<string, boolean>>;
      readonly onButtonClicked: { dispatch(id: string, button: number): void };
    };
  };
}

test.describe('a call while no page of the extension is open', () => {
  let karin: ChromiumPhone;
  let johan: Phone;

  test.beforeAll(async ({ pair }) => {
    ({ karin, johan } = pair);
    await karin.closePopup();
    // Without any page Chromium ends; an empty one stays.
    const { context } = karin.chromium;
    const last = await context.newPage();
    for (const page of context.pages()) if (page !== last) await page.close();
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  const worker = () => waitFor('the worker', () => karin.chromium.context.serviceWorkers().find((one) => one.url().startsWith(karin.origin)));
  const shown = async () => Object.keys(await (await worker()).evaluate(() => (globalThis as unknown as WorkerScope).chrome.notifications.getAll()));
  const notification = () => waitFor('the notification', async () => (await shown()).find((id) => id.startsWith('incoming:')));
  const press = async (button: number) => {
    const pressed = { id: await notification(), button };
    await (await worker()).evaluate(({ id, button: index }) => (globalThis as unknown as WorkerScope).chrome.notifications.onButtonClicked.dispatch(id, index), pressed);
  };

  test('is announced by a notification, and its Answer answers', async () => {
    expect(await shown()).toEqual([]);
    await dial(johan, KARIN.extension);
    await press(0);
    await hearEachOther(karin, johan);
    await waitFor('the notification to go', async () => (await shown()).length === 0);
    await hangUp(johan);
  });

  test('and its Decline declines', async () => {
    await dial(johan, KARIN.extension);
    await press(1);
    await shows(johan, word('endReason.remoteDeclined'));
    await waitFor('the notification to go', async () => (await shown()).length === 0);
  });
});
