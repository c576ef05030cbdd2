import { expect, test } from '@playwright/test';
import { dial, hangUp, isIdle, shows, signIn } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import type { Phone } from '@/tests/support/e2e-phone';
import { lookAtPanelAsPage, SYNTHETIC_CLICKS } from '@/tests/support/e2e-page-attack';
import { Stage } from '@/tests/support/e2e-stage';
import type { WebSite } from '@/tests/support/e2e-web-site';
import { word } from '@/tests/support/e2e-words';

test.describe('a page’s own scripts in Firefox', () => {
  const stage = new Stage();
  let karin: Phone;
  let johan: Phone;
  let site: WebSite;

  test.beforeAll(async () => {
    const server = await stage.server({ edge: 'embedded' });
    site = await stage.webSite();
    karin = await stage.firefox({ hertz: 660 });
    johan = await stage.chromium({ hertz: 880 });
    await signIn(karin, server, KARIN);
    await signIn(johan, server, JOHAN);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('a synthetic click on a tel: link dials nothing', async () => {
    const page = await karin.webPage(site.page('/', `<a id="number" href="tel:${JOHAN.fixedNumber}">Ring</a>`));
    await page.evaluate(SYNTHETIC_CLICKS);
    await page.click('link', 'Ring');
    await shows(johan, KARIN.name);
    await hangUp(johan).catch(async () => (await johan.popup()).click('button', word('call.decline')));
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
    await (await karin.popup()).click('button', word('call.decline'));
    await isIdle(johan);
    await page.close();
  });
});
