import { expect, test } from '@playwright/test';
import { answer, dial, hangUp, hearEachOther, isIdle, keepsHearing, shows, signIn } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import { timeUntil, waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('what a call survives', () => {
  const stage = new Stage();
  let karin: ChromiumPhone;
  let johan: Phone;

  test.beforeAll(async () => {
    const server = await stage.server({ edge: 'kamailio' });
    karin = await stage.chromium({ hertz: 440 });
    johan = await stage.chromium({ hertz: 880 });
    await signIn(karin, server, KARIN);
    await signIn(johan, server, JOHAN);
  });
  test.beforeEach(async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  const endsAtTheOther = async () => {
    await hangUp(karin);
    await shows(johan, word('endReason.remoteHungUp'));
    await isIdle(karin);
  };

  test('closing the popup: audio goes on, and a new popup controls the call within 2 s', async () => {
    await karin.closePopup();
    await keepsHearing(karin, johan.hertz);
    await keepsHearing(johan, karin.hertz);
    const back = await timeUntil('the controls', async () => (await karin.popup()).has('button', word('call.hangUp')), 2_000);
    expect(back).toBeLessThan(2_000);
    await endsAtTheOther();
  });

  test('closing every tab: audio goes on, and the controls work again', async () => {
    const { context } = karin.chromium;
    // Without any page Chromium ends; a bare one stays, as the last window of a person would.
    const last = await context.newPage();
    for (const page of context.pages()) if (page !== last) await page.close();
    await keepsHearing(karin, johan.hertz);
    await keepsHearing(johan, karin.hertz);
    await endsAtTheOther();
  });

  test('the service worker is killed: audio goes on, the controls work within 2 s, hanging up reaches the other side', async () => {
    const { probe, cdp } = karin.chromium;
    const before = await waitFor('the worker', () => probe.worker());
    await cdp.send('Target.closeTarget', { targetId: before.targetId });
    await waitFor('the worker to be gone', async () => (await probe.worker())?.targetId !== before.targetId);
    const killed = performance.now();
    await keepsHearing(karin, johan.hertz, 3);
    await karin.closePopup();
    const opened = performance.now();
    await timeUntil('the controls', async () => (await karin.popup()).has('button', word('call.hangUp')), 2_000);
    test.info().annotations.push({ type: 'controls after', description: `${Math.round(performance.now() - opened)} ms (killed ${Math.round(opened - killed)} ms before)` });
    await keepsHearing(johan, karin.hertz, 3);
    await endsAtTheOther();
  });
});
