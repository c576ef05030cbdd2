import { expect } from '@playwright/test';
import { answer, dial, hangUp, isIdle, shows } from '@/tests/support/e2e-actions';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import { lookAtPanelAsPage, SYNTHETIC_CLICKS } from '@/tests/support/e2e-page-attack';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import type { Surface } from '@/tests/support/e2e-surface';
import type { WebSite } from '@/tests/support/e2e-web-site';
import { word } from '@/tests/support/e2e-words';

const CALLS_KEPT = `new Promise((done) => {
  const opening = indexedDB.open('history');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('calls').objectStore('calls').count();
    counting.onsuccess = () => {
      opening.result.close();
      done(counting.result);
    };
  };
})`;

test.describe('a page’s own scripts', () => {
  const stage = new Stage();
  let karin: Phone;
  let johan: Phone;
  let site: WebSite;
  let page: Surface;

  test.beforeAll(async ({ pair }) => {
    site = await stage.webSite();
    ({ karin, johan } = pair);
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));
  test.afterAll(() => stage.close());

  test('a synthetic click on a tel: link dials nothing; a real one on the same link does', async () => {
    const callsKept = async () => (await karin.popup()).evaluate<number>(CALLS_KEPT);
    const before = await callsKept();
    page = await karin.webPage(site.page('/', `<a id="number" href="tel:${JOHAN.fixedNumber}">Ring</a>`));
    await page.evaluate(SYNTHETIC_CLICKS);
    // Whatever the synthetic clicks did has happened before the real one is answered.
    await page.click('link', 'Ring');
    await shows(johan, KARIN.name);
    await hangUp(karin);
    await isIdle(karin);
    await expect.poll(callsKept, 'calls in the history').toBe(before + 1);
    await page.close();
  });

  test('cannot answer, read or reach into the call panel', async () => {
    page = await johan.webPage(site.page('/victim', '<h1>Sida</h1>'));
    await dial(karin, JOHAN.extension);
    await johan.panel();
    const seen = await lookAtPanelAsPage(page);
    expect(seen.frames, 'frames the page can find').toBe(0);
    expect(seen.shadow, 'a shadow root the page can open').toBe(false);
    expect(seen.readable, 'a frame the page can read').toBe(false);
    expect(seen.text).not.toContain(KARIN.name);
    expect(seen.text).not.toContain('chrome-extension://');
    for (const entry of seen.entries) expect(entry).not.toMatch(/[?#].*(ticket|token|nonce)|[0-9a-f]{8}-[0-9a-f]{4}-4/i);
    await shows(johan, word('call.answer'));
    await answer(johan);
    await hangUp(karin);
    await isIdle(johan);
    await page.close();
  });

  test('a panel framed by the page itself gets nothing', async () => {
    const framed = site.page('/framed', `<iframe id="own" src="${johan.origin}/panel.html" width="400" height="300"></iframe>`);
    page = await johan.webPage(framed);
    await dial(karin, JOHAN.extension);
    await shows(johan, KARIN.name);
    const text = await page.evaluate<string>('document.body.innerText');
    expect(text).not.toContain(KARIN.name);
    await hangUp(karin);
    await isIdle(karin);
    await page.close();
  });
});
