import { expect } from '@playwright/test';
import { answer, dial, hangUp, hears, hearsNothing, isIdle, keepsHearing, shows, signIn } from '@/tests/support/e2e-actions';
import { wholeCall } from '@/tests/support/e2e-calls-contract';
import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import type { OneServer } from '@/tests/support/e2e-one-server';
import type { FirefoxPhone } from '@/tests/support/e2e-firefox-phone';
import { firefoxTest as test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { survivesLossOfServer } from '@/tests/support/e2e-recovery-contract';
import { Stage } from '@/tests/support/e2e-stage';
import { blindTransfer, conferenceOfThree, type TransferParties } from '@/tests/support/e2e-transfer-contract';
import type { WebSite } from '@/tests/support/e2e-web-site';
import { word } from '@/tests/support/e2e-words';

test.describe('Firefox and Chromium', () => {
  const stage = new Stage();
  let karin: FirefoxPhone;
  let johan: Phone;
  let server: OneServer;
  let site: WebSite;

  test.beforeAll(async ({ pair }) => {
    ({ server, karin, johan } = pair);
    site = await stage.webSite();
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));
  test.afterAll(() => stage.close());

  test('Firefox calls Chromium: each hears the other’s tone', () => wholeCall({ phone: karin, person: KARIN }, { phone: johan, person: JOHAN }));

  test('Chromium calls Firefox: each hears the other’s tone', () => wholeCall({ phone: johan, person: JOHAN }, { phone: karin, person: KARIN }));

  test('held in Firefox, the other side is told and hears nothing; taken back, both hear each other', async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hears(johan, karin.hertz, 20_000);
    const popup = await karin.popup();
    await popup.click('button', word('call.hold'));
    await shows(johan, word('call.heldByRemote'));
    await hearsNothing(johan);
    await popup.click('button', word('call.resume'));
    await hears(johan, karin.hertz, 20_000);
    await hears(karin, johan.hertz, 20_000);
    await hangUp(johan);
    await isIdle(karin);
  });

  test('the call panel on Firefox’s page answers', async () => {
    const page = await karin.webPage(site.page('/arbete', '<h1>Sida</h1>'));
    await dial(johan, KARIN.extension);
    const panel = await karin.panel();
    await panel.click('button', word('call.answer'));
    await hears(johan, karin.hertz, 20_000);
    await hears(karin, johan.hertz);
    await hangUp(johan);
    await isIdle(karin);
    await page.close();
  });

  test('a number clicked on a page in Firefox is called', async () => {
    const crm = await karin.webPage(site.page('/', `<p><a href="tel:${JOHAN.fixedNumber}">Ring Johan</a></p>`));
    await crm.click('link', 'Ring Johan');
    await shows(johan, KARIN.name);
    await answer(johan);
    await hears(karin, johan.hertz, 20_000);
    await crm.close();
    await hangUp(johan);
    await isIdle(karin);
  });

  test('closing the popup and every page: the audio goes on', async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hears(johan, karin.hertz, 20_000);
    await karin.closePopup();
    await keepsHearing(johan, karin.hertz);
    await keepsHearing(karin, johan.hertz, 2);
    await hangUp(karin);
    await shows(johan, word('endReason.remoteHungUp'));
  });

  test('closing the call window is said, and opening it again gives the microphone back', async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hears(johan, karin.hertz, 20_000);
    await karin.closeCallWindow();
    await shows(karin, word('call.microphoneLost'));
    await (await karin.popup()).click('button', word('call.openCallWindow'));
    await hears(johan, karin.hertz, 20_000);
    await hangUp(karin);
    await isIdle(johan);
  });

  test('with the sidebar open it lends the microphone, and no window is opened', async () => {
    await karin.closeCallWindow();
    await karin.sidebar(true);
    await dial(johan, KARIN.extension);
    await answer(karin);
    await hears(johan, karin.hertz, 20_000);
    expect(await karin.callWindowIsShown()).toBe(false);
    await hangUp(johan);
    await isIdle(karin);
    await karin.sidebar(false);
  });

  test('the server and its edge go away under a call and come back: the audio goes on, and so do calls', () =>
    survivesLossOfServer(server, { phone: karin, person: KARIN }, { phone: johan, person: JOHAN }));

  test.describe('with a colleague', () => {
    let fatima: Phone;
    test.beforeAll(async () => {
      fatima = await stage.chromium({ hertz: 440 });
      await signIn(fatima, server, FATIMA);
    });
    const parties = () => ({ karin: { phone: karin, person: KARIN }, johan: { phone: johan, person: JOHAN }, fatima: { phone: fatima, person: FATIMA } });
    const handedOnBy = (agent: 'karin' | 'johan'): TransferParties => ({
      agent: parties()[agent],
      caller: parties()[agent === 'karin' ? 'johan' : 'karin'],
      colleague: parties().fatima,
    });

    test('Firefox is handed on, blind, and talks to the colleague', () => blindTransfer(handedOnBy('johan')));
    test('three talk, mixed in Firefox', () => conferenceOfThree(handedOnBy('karin')));
  });
});
