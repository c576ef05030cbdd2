import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { connected, dial, hangUp, isIdle, signIn } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { sipDeviceOf } from '@/tests/support/e2e-sip-device';
import { Stage } from '@/tests/support/e2e-stage';
import type { Surface } from '@/tests/support/e2e-surface';
import { word } from '@/tests/support/e2e-words';
import { waitFor } from '@/tests/support/e2e-wait-for';

const ECHO_TEST = '*43';
const FOLDER = 'test-results/surfaces';
/** Pictures of every surface, light and dark, take a minute: `ONE_PICTURES=1` draws them. */
const PICTURES = process.env['ONE_PICTURES'] === '1';
/** Pages of our own beside popup and panel. */
const PAGES = [
  ['welcome', '/welcome.html'],
  ['sidepanel', '/sidepanel.html'],
  ['options', '/options.html'],
  ['options-numbers', '/options.html#numbers'],
  ['options-sound', '/options.html#sound'],
  ['options-self-test', '/options.html#self-test'],
  ['options-help', '/options.html#help'],
  ['contact', '/contact.html?number=%2B46701740607'],
  ['dial', '/dial.html?uri=tel:%2B46701740607'],
] as const;
/** Firefox's sidebar until somebody pulls it wider, CSS pixels. */
const SIDEBAR = 250;
const FITS = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
/** Texts that are drawn smaller than 11 px. */
const TOO_SMALL = `[...document.querySelectorAll('body *')].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') && parseFloat(getComputedStyle(one).fontSize) < 11).map((one) => one.textContent)`;
/** Buttons, links and fields nobody can name. */
const NAMELESS = `[...document.querySelectorAll('button, a[href], input, select')].filter((one) => one.getClientRects().length > 0
  && ![one.getAttribute('aria-label'), one.title, one.textContent, one.labels?.[0]?.textContent].some((name) => name?.trim())).map((one) => one.outerHTML)`;

const AXE = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
/** What axe-core finds wrong, with the places; in the theme that is on. */
const VIOLATIONS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`;

/** Nothing sideways, nothing tiny, nothing without a name, nothing axe-core objects to in either theme; and pictures for whoever wants to look. */
async function looksRight(surface: Surface, name: string): Promise<void> {
  expect(await surface.evaluate(FITS), `${name} fits its width`).toBe(true);
  expect(await surface.evaluate(TOO_SMALL), `${name}: text under 11 px`).toEqual([]);
  expect(await surface.evaluate(NAMELESS), `${name}: controls without a name`).toEqual([]);
  // What axe-core looks at does not depend on the language. Pages of ours run no code but their own: the driver's is put in from outside.
  const audited = name.startsWith('sv-');
  if (audited) await surface.evaluate(`${AXE}; undefined`);
  if (!audited && !PICTURES) return;
  for (const theme of ['light', 'dark']) {
    await surface.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    await waitFor('animations to end', () => surface.evaluate<boolean>(`document.getAnimations().every((one) => one.playState !== 'running' || one.effect.getComputedTiming().iterations === Infinity)`));
    if (audited) expect.soft(await surface.evaluate<string[]>(VIOLATIONS), `${name}, ${theme}: axe-core`).toEqual([]);
    if (PICTURES) await surface.screenshot(`${FOLDER}/${name}-${theme}.png`);
  }
}

// Swedish has the longer words; both are drawn when pictures are asked for.
for (const language of PICTURES ? (['en', 'sv'] as const) : (['sv'] as const)) {
  test(`every surface fits, reads and has names (${language})`, async () => {
    mkdirSync(FOLDER, { recursive: true });
    const stage = new Stage();
    try {
      const server = await stage.server({ edge: 'embedded' });
      const site = await stage.webSite();
      const phone = await stage.chromium({ language });
      await looksRight(await phone.popup(), `${language}-popup-sign-in`);
      await signIn(phone, server, KARIN);
      await looksRight(await phone.popup(), `${language}-popup-connected`);

      const johan = await sipDeviceOf(server, JOHAN);
      await johan.register();
      stage.keep({ close: () => johan.stop() });
      await dial(phone, ECHO_TEST);
      await waitFor('the call in the popup', async () => (await phone.popup()).has('button', word('call.hangUp', language)));
      await looksRight(await phone.popup(), `${language}-popup-in-call`);
      await (await phone.popup()).click('button', word('quality.title', language));
      await waitFor('the plot of the call', () => phone.popup().then((popup) => popup.evaluate<boolean>(`document.querySelector('.quality-plot canvas') !== null`)));
      await looksRight(await phone.popup(), `${language}-popup-quality`);
      await (await phone.popup()).click('button', word('quality.title', language));
      await (await phone.popup()).press('t');
      await (await phone.popup()).fill(word('transfer.field', language), 'a');
      await looksRight(await phone.popup(), `${language}-popup-transfer`);
      await (await phone.popup()).press('Escape');
      const sidebar = await phone.extensionPage('/sidepanel.html');
      const narrow = phone.chromium.context.pages().find((page) => page.url().endsWith('/sidepanel.html'));
      await narrow?.setViewportSize({ width: SIDEBAR, height: 620 });
      await looksRight(sidebar, `${language}-sidebar-in-call`);
      await sidebar.press('t');
      await looksRight(sidebar, `${language}-sidebar-transfer`);
      await sidebar.close();
      const waiting = johan.call(KARIN.extension);
      await waitFor('the call that waits', async () => (await phone.popup()).has('button', word('call.answerAndHold', language)));
      await looksRight(await phone.popup(), `${language}-popup-call-waiting`);
      await waiting.session.cancel();
      await (await phone.popup()).click('button', word('call.hold', language));
      await waitFor('the call on hold', async () => (await phone.popup()).has('button', word('call.resume', language)));
      await looksRight(await phone.popup(), `${language}-popup-on-hold`);
      await (await phone.popup()).click('button', word('call.resume', language));
      await hangUp(phone);
      await isIdle(phone);
      await looksRight(await phone.popup(), `${language}-popup-after-call`);
      await (await phone.popup()).click('button', word('nav.history', language));
      await looksRight(await phone.popup(), `${language}-popup-history`);

      await (await phone.popup()).click('button', word('history.more', language).replace('$1', word('call.testCall', language)));
      await (await phone.popup()).click('menuitem', word('history.details', language));
      await waitFor('the call’s details', async () => (await phone.popup()).has('button', word('quality.copy', language)));
      await looksRight(await phone.popup(), `${language}-popup-call-details`);

      await phone.closePopup();
      const page = await phone.webPage(site.page('/', '<h1>Kundkort</h1><p>Nordbygg AB, 08-465 004 10</p>'));
      const call = johan.call(KARIN.extension);
      const panel = await phone.panel();
      await waitFor('the panel to offer an answer', () => panel.has('button', word('call.answer', language)));
      await looksRight(panel, `${language}-panel-ringing`);
      if (PICTURES) await page.screenshot(`${FOLDER}/${language}-page-with-panel.png`);
      // Without a call it closes by itself.
      await looksRight(await phone.extensionPage('/call-window.html'), `${language}-call-window`);
      await call.session.cancel();
      await call.done;

      for (const [name, path] of PAGES) await looksRight(await phone.extensionPage(path), `${language}-${name}`);
      await connected(phone);
    } finally {
      await stage.close();
    }
  });
}
