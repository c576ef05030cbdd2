import { expect } from '@playwright/test';
import { decline, dial, isIdle, shows } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import type { BidiContext } from '@/tests/support/e2e-bidi';
import type { FirefoxPhone } from '@/tests/support/e2e-firefox-phone';
import { firefoxTest as test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { lookAtPanelAsPage, SYNTHETIC_CLICKS } from '@/tests/support/e2e-page-attack';
import { Stage } from '@/tests/support/e2e-stage';
import type { WebSite } from '@/tests/support/e2e-web-site';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('a page’s own scripts in Firefox', () => {
  const stage = new Stage();
  let karin: FirefoxPhone;
  let johan: Phone;
  let site: WebSite;

  test.beforeAll(async ({ pair }) => {
    ({ karin, johan } = pair);
    site = await stage.webSite();
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));
  test.afterAll(() => stage.close());

  test('a synthetic click on a tel: link dials nothing', async () => {
    const page = await karin.webPage(site.page('/', `<a id="number" href="tel:${JOHAN.fixedNumber}">Ring</a>`));
    await page.evaluate(SYNTHETIC_CLICKS);
    await page.click('link', 'Ring');
    await shows(johan, KARIN.name);
    await decline(johan);
    await isIdle(karin);
    await page.close();
  });

  test('cannot answer or read the call panel', async () => {
    const page = await karin.webPage(site.page('/victim', '<h1>Sida</h1>'));
    await dial(johan, KARIN.extension);
    await karin.panel();
    const seen = await lookAtPanelAsPage(page);
    expect(seen.frames, 'frames the page can find').toBe(0);
    expect(seen.shadow, 'a shadow root the page can open').toBe(false);
    expect(seen.readable, 'a frame the page can read').toBe(false);
    expect(seen.text).not.toContain(JOHAN.name);
    expect(seen.text).not.toContain('moz-extension://');
    await shows(karin, word('call.answer'));

    const other = await karin.webPage(site.page('/cover', '<div id="cover" popover="manual" style="inset:0;width:100vw;height:100vh;margin:0;border:0"></div>'));
    const panels = async () => {
      const all = (contexts: readonly BidiContext[]): BidiContext[] => contexts.flatMap((one) => [one, ...all(one.children)]);
      return all(await karin.firefox.bidi.contexts()).filter(({ url }) => url.startsWith(`${karin.origin}/panel.html`)).length;
    };
    const onTop = () => other.evaluate<string>(`document.elementFromPoint(innerWidth - 60, 40)?.id`);
    await waitFor('the panel on the other page alone', async () => (await panels()) === 1 && (await onTop()) === '' && (await other.evaluate<number>("document.querySelectorAll('html > div').length")) === 1);
    await other.evaluate("document.getElementById('cover').showPopover()");
    await waitFor('the panel above what was laid over it', async () => (await onTop()) === '');
    expect(await other.evaluate<string>("document.elementFromPoint(60, innerHeight - 40)?.id"), 'the cover is there').toBe('cover');
    await other.close();
    await (await karin.popup()).click('button', word('call.decline'));
    await isIdle(johan);
    await page.close();
  });
});
