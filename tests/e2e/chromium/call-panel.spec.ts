import { expect, test, type Frame, type Page } from '@playwright/test';
import { signIn } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { sipDeviceOf } from '@/tests/support/e2e-sip-device';
import { Stage } from '@/tests/support/e2e-stage';
import { PANEL_SETTLED } from '@/tests/support/e2e-surface';
import { waitFor } from '@/tests/support/e2e-wait-for';
import type { WebSite } from '@/tests/support/e2e-web-site';
import { word } from '@/tests/support/e2e-words';
import type { SipDevice } from '@/tests/support/sip-client';

interface WorkerScope {
  readonly chrome: {
    readonly windows: { create(options: { url: string; focused: boolean }): Promise<{ id: number; tabs: { id: number }[] }> };
    readonly tabs: { create(options: { url: string; windowId: number; active: boolean }): Promise<{ id: number }>; update(id: number, change: { active: true }): Promise<unknown> };
  };
}

/** A cover the content script does not hear of, in a shadow root of the page; clicks go through it. */
const COVER = `(() => {
  const host = document.body.appendChild(document.createElement('div'));
  host.id = 'cover-host';
  const cover = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  cover.popover = 'manual';
  cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:rgb(255 255 255 / 0.9);pointer-events:none';
  cover.showPopover();
})()`;

/** Where a page has its modal dialog: a component's closed shadow tree shows it to nobody else. */
const MODALS = [
  ['/modal', 'document.body'],
  ['/modal-in-shadow', "document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' })"],
] as const;
const HOSTILE = `<style>
  * { display: none !important; opacity: 0 !important; pointer-events: none !important; transform: scale(3) !important; visibility: hidden !important; left: 900px !important }
  html, body { display: block !important; opacity: 1 !important }
</style><p>Sida</p>`;

/** One empty page. */
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>';

test.describe('the call panel', () => {
  const stage = new Stage();
  let karin: ChromiumPhone;
  let johan: SipDevice;
  let site: WebSite;

  const panels = () =>
    karin.chromium.context.pages().flatMap((page) => page.frames().filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(`${karin.origin}/panel.html`)).map((frame) => ({ page, frame })));
  /** The panel stands on the page of this path, seen, and on no other. */
  const panelOn = (path: string): Promise<Frame> =>
    waitFor(`the panel on ${path} alone`, async () => {
      const [first, ...others] = panels();
      if (first === undefined || others.length > 0 || new URL(first.page.url()).pathname !== path) return undefined;
      return (await first.frame.evaluate<boolean>(PANEL_SETTLED)) ? first.frame : undefined;
    }, 15_000);
  const open = async (path: string, html: string, headers?: Record<string, string>): Promise<Page> => {
    const page = await karin.chromium.context.newPage();
    await page.goto(site.page(path, html, headers));
    await page.bringToFront();
    return page;
  };
  const boxOf = async (frame: Frame) => {
    const box = await (await frame.frameElement()).boundingBox();
    if (box === null) throw new Error('the panel has no box');
    return box;
  };
  const ring = async () => {
    const call = johan.call(KARIN.extension);
    return async () => {
      await call.session.cancel();
      await call.done;
      await waitFor('the panel to go', () => panels().length === 0, 20_000);
    };
  };
  /** Its buttons do what they say. */
  const pressed = async (frame: Frame) => {
    await button(frame, 'panel.minimise').click();
    // It has moved under the pointer: clicks count again when it has been seen for a while.
    await waitFor('the small panel', async () => (await boxOf(frame)).height < 60 && !(await frame.evaluate<boolean>(PANEL_SETTLED)));
    await waitFor('the small panel, seen', () => frame.evaluate<boolean>(PANEL_SETTLED));
    await button(frame, 'panel.restore').click();
    await waitFor('the whole panel', async () => (await boxOf(frame)).height > 100);
  };
  const button = (frame: Frame, name: string) => frame.getByRole('button', { name: word(name), exact: true });

  test.beforeAll(async () => {
    site = await stage.webSite();
    const [server, ...phones] = await Promise.all([stage.server({ edge: 'embedded' }), stage.chromium({ hertz: 440 })]);
    [karin] = phones;
    await signIn(karin, server, KARIN);
    await karin.closePopup();
    johan = await sipDeviceOf(server, JOHAN);
    await johan.register();
    stage.keep({ close: () => johan.stop() });
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('is one over three windows and ten tabs, and follows', async () => {
    const worker = await waitFor('the worker', () => karin.chromium.context.serviceWorkers().find((one) => one.url().startsWith(karin.origin)));
    // Without a screen the browser tells of a window that is focused only when it opens.
    const stop = await ring();
    for (const first of [0, 4, 7]) {
      const urls = Array.from({ length: first === 0 ? 4 : 3 }, (_, at) => site.page(`/tab-${first + at}`, '<h1>Sida</h1>'));
      const tabs = await worker.evaluate(async (addresses) => {
        const { windows, tabs: api } = (globalThis as unknown as WorkerScope).chrome;
        const { id, tabs: made } = await windows.create({ url: addresses[0] ?? '', focused: true });
        const others = await Promise.all(addresses.slice(1).map((url) => api.create({ url, windowId: id, active: false })));
        return [...made, ...others].map((tab) => tab.id);
      }, urls);
      await panelOn(`/tab-${first}`);
      await worker.evaluate((tabId) => (globalThis as unknown as WorkerScope).chrome.tabs.update(tabId, { active: true }), tabs.at(-1) ?? 0);
      await panelOn(`/tab-${first + urls.length - 1}`);
    }
    await stop();
    for (const page of karin.chromium.context.pages()) if (page.url().includes('/tab-')) await page.close();
  });

  test('is moved by keys and pointer, minimised, and where it was left on that site', async () => {
    const page = await open('/moved', '<input autofocus aria-label="Fält">');
    await page.getByLabel('Fält').focus();
    const stop = await ring();
    let frame = await panelOn('/moved');
    expect(await page.evaluate('document.activeElement.localName'), 'focus stays in the page').toBe('input');
    const first = await boxOf(frame);
    expect([first.x + first.width, first.y]).toEqual([1280 - 16, 16]);
    await button(frame, 'panel.move').focus();
    // As with the pointer, a step is not followed before the page has been measured.
    await waitFor('the steps', async () => {
      for (const key of ['ArrowLeft', 'ArrowDown']) await frame.page().keyboard.press(key);
      return (await boxOf(frame)).x < first.x - 20 && (await boxOf(frame)).y > first.y + 20;
    });
    const grip = await button(frame, 'panel.move').boundingBox();
    if (grip === null) throw new Error('no grip');
    await page.mouse.move(grip.x + 5, grip.y + 10);
    await page.mouse.down();
    // The first move is not followed before the page has been measured.
    await waitFor('the panel to follow the pointer', async () => {
      await page.mouse.move(grip.x - 395 + Math.random(), grip.y + 210, { steps: 4 });
      return (await boxOf(frame)).x < first.x - 350;
    });
    await page.mouse.up();
    await button(frame, 'panel.minimise').click();
    await waitFor('the small panel', async () => (await boxOf(frame)).height < 60);
    await page.screenshot({ path: test.info().outputPath('minimised.png') });
    const left = await boxOf(frame);
    await page.reload();
    frame = await panelOn('/moved');
    await waitFor('the same place, as small', async () => {
      const again = await boxOf(frame);
      return Math.abs(again.x - left.x) < 4 && Math.abs(again.y - left.y) < 4 && again.height < 60;
    });
    await button(frame, 'panel.restore').click();
    await button(frame, 'call.answer').waitFor();
    await stop();
    await page.close();
  });

  test('stands and can be pressed on pages that would not have it', async () => {
    const stop = await ring();
    await open('/hostile', HOSTILE, { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" });
    let frame = await panelOn('/hostile');
    expect(await boxOf(frame)).toMatchObject({ width: 348 });
    await pressed(frame);

    for (const [path, parent] of MODALS) {
      const modal = await open(path, '<p>Sida</p>');
      await panelOn(path);
      await modal.evaluate(`globalThis.dialog = ${parent}.appendChild(document.createElement('dialog')); dialog.append('Dialog'); dialog.showModal()`);
      await waitFor('the panel inside the dialog', async () => (await modal.evaluate<number>("dialog.querySelectorAll('div').length")) === 1);
      frame = await panelOn(path);
      await pressed(frame);
      await modal.evaluate('dialog.close()');
      await waitFor('the panel outside the dialog', async () => (await modal.evaluate<number>("document.querySelectorAll('html > div').length")) === 1);
    }

    await open('/pdf', PDF, { 'content-type': 'application/pdf' });
    await pressed(await panelOn('/pdf'));

    const film = await open('/film', '<video id="v" style="background:black"></video><button onclick="document.getElementById(\'v\').requestFullscreen()">Helskärm</button>');
    frame = await panelOn('/film');
    await film.getByRole('button', { name: 'Helskärm' }).click();
    await waitFor('the small panel over the film', async () => (await boxOf(frame)).height < 60);
    await film.evaluate('document.exitFullscreen()');
    await waitFor('the whole panel', async () => (await boxOf(frame)).height > 100);

    const covered = await open('/covered', '<h1>Sida</h1>');
    frame = await panelOn('/covered');
    const at = await button(frame, 'call.answer').boundingBox();
    if (at === null) throw new Error('no answer button');
    await covered.evaluate(COVER);
    await waitFor('the cover to be noticed', async () => !(await frame.evaluate<boolean>(PANEL_SETTLED)));
    await covered.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await frame.getByText(word('panel.covered')).waitFor();
    expect(await button(frame, 'call.answer').count(), 'still rings').toBe(1);
    await covered.evaluate("document.getElementById('cover-host').remove()");
    frame = await panelOn('/covered');
    await stop();
  });

  // [what is in front, its body, its headers]
  const UNDRAWABLE: [string, string, Record<string, string>][] = [
    ['a page that lets no frame in', '<h1>Sida</h1>', { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }],
    ['an XML document in a sandbox', '<a><b>08-465 004 10</b></a>', { 'content-type': 'application/xml', 'content-security-policy': 'sandbox' }],
  ];
  for (const [what, body, headers] of UNDRAWABLE)
    test(`gives way to a small window on ${what}`, async () => {
      await open('/undrawable', body, headers);
      const call = johan.call(KARIN.extension);
      const small = await waitFor('the small window', () => karin.chromium.context.pages().find((page) => page.url() === `${karin.origin}/call-window.html`), 15_000);
      await small.getByRole('button', { name: word('call.decline') }).click();
      await call.done;
      await waitFor('the small window to close', () => small.isClosed(), 15_000);
    });
});
