import { expect, test, type Page } from '@playwright/test';
import { dial, hangUp, isIdle, shows, signIn } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { sipDeviceOf } from '@/tests/support/e2e-sip-device';
import { Stage } from '@/tests/support/e2e-stage';
import { waitFor } from '@/tests/support/e2e-wait-for';
import type { WebSite } from '@/tests/support/e2e-web-site';
import { word } from '@/tests/support/e2e-words';

interface Flags {
  numbers: { on: boolean; look: string; region: string; level: string; sitesOff: string[]; exceptions: unknown[] };
}

test.describe('numbers on web pages', () => {
  const stage = new Stage();
  let phone: ChromiumPhone;
  let site: WebSite;
  let options: Page;

  const extensionPage = async (path: string) => {
    const page = await phone.chromium.context.newPage();
    await page.goto(`${phone.origin}${path}`);
    return page;
  };
  const worker = () => {
    const [found] = phone.chromium.context.serviceWorkers();
    if (found === undefined) throw new Error('no worker');
    return found;
  };
  /** What content scripts read. */
  const flags = () => worker().evaluate<Flags>("chrome.storage.local.get('pageFlags').then(({ pageFlags }) => pageFlags)");
  const menuClick = (click: object) =>
    worker().evaluate(`chrome.contextMenus.onClicked.dispatch(${JSON.stringify(click)}, {})`);

  test.beforeAll(async () => {
    site = await stage.webSite();
    const [server, ...phones] = await Promise.all([stage.server({ edge: 'embedded' }), stage.chromium()]);
    [phone] = phones;
    await signIn(phone, server, KARIN);
    const johan = await sipDeviceOf(server, JOHAN);
    await johan.register();
    stage.keep({ close: () => johan.stop() });
    options = await extensionPage('/options.html#numbers');
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('settings reach the pages that are open', async () => {
    expect((await flags()).numbers).toEqual({ on: true, look: 'dotted', region: 'SE', level: 'normal', sitesOff: [], exceptions: [] });
    await options.getByRole('radio', { name: word('pageNumbers.lookTint') }).check();
    await options.getByRole('radio', { name: word('pageNumbers.levelStrict') }).check();
    await options.getByRole('combobox', { name: word('pageNumbers.region') }).selectOption('NO');
    await waitFor('the settings in the flags', async () => {
      const { look, level, region } = (await flags()).numbers;
      return look === 'tint' && level === 'strict' && region === 'NO';
    });
    await options.getByRole('combobox', { name: word('pageNumbers.region') }).selectOption('');
    await options.getByRole('radio', { name: word('pageNumbers.levelNormal') }).check();
    await waitFor('the account’s region again', async () => (await flags()).numbers.region === 'SE');
  });

  test('the test field shows what is found and why', async () => {
    await options.getByRole('textbox', { name: word('pageNumbers.testText') }).fill('Call 0701740607 before 2026-03-04');
    await expect(options.locator('mark')).toHaveText('0701740607');
    await expect(options.getByText(word('pageNumbers.testCalls').replace('$1', '070-174 06 07'))).toBeVisible();
    await expect(options.getByText(word('pageNumbers.rejected.date'))).toBeVisible();
  });

  test('the popup switches the site of the page in front off and on', async () => {
    const host = new URL(site.url).host;
    const popup = await extensionPage('/popup.html');
    const page = await phone.webPage(site.page('/', '<p>070-174 06 07</p>'));
    // Opened over the page in front, as the toolbar's popup is.
    await popup.reload();
    const opener = popup.getByRole('button', { name: word('menu.open') });
    const toggle = popup.getByRole('menuitemcheckbox', { name: word('pageNumbers.onSite').replace('$1', host) });
    await opener.click();
    await expect(toggle).toBeChecked();
    await toggle.click();
    await waitFor('the site in the flags', async () => (await flags()).numbers.sitesOff.includes(host));
    await expect(toggle).not.toBeChecked();
    await expect(options.getByRole('list', { name: word('pageNumbers.sites') })).toContainText(host);
    await toggle.click();
    await waitFor('the site on again', async () => (await flags()).numbers.sitesOff.length === 0);
    await page.close();
    await popup.close();
  });

  test('a contact saved in its window names the calls', async () => {
    const opening = phone.chromium.context.waitForEvent('page', (page) => page.url().includes('/contact.html'));
    await menuClick({ menuItemId: 'selection-add', selectionText: `Johan: ${JOHAN.fixedNumber}` });
    const form = await opening;
    await expect(form.getByRole('textbox', { name: word('contact.name') })).toBeFocused();
    await form.getByRole('button', { name: word('contact.save') }).click();
    await expect(form.getByText(word('fieldError.required'))).toBeVisible();
    await form.getByRole('textbox', { name: word('contact.name') }).fill('Johan på lagret');
    await Promise.all([form.waitForEvent('close'), form.getByRole('button', { name: word('contact.save') }).click()]);
    await dial(phone, JOHAN.fixedNumber);
    await shows(phone, 'Johan på lagret');
    await hangUp(phone);
    await isIdle(phone);

    const again = await extensionPage(`/contact.html?number=${encodeURIComponent(JOHAN.fixedNumber)}`);
    await expect(again.getByText(word('contact.taken').replace('$1', 'Johan på lagret'))).toBeVisible();
    await again.close();
  });

  test('the context menu calls the number in a selection', async () => {
    await menuClick({ menuItemId: 'selection-call', selectionText: 'Tel: *43 or 212' });
    // Neither is a number in running text: nothing is called by mistake.
    await isIdle(phone);
    await menuClick({ menuItemId: 'link-call', linkUrl: 'tel:*43' });
    await waitFor('the call', async () => (await phone.popup()).has('button', word('call.hangUp')));
    await hangUp(phone);
    await isIdle(phone);
  });

  test('a tel: address asks before it calls, and goes back to where it was opened', async () => {
    const page = await phone.chromium.context.newPage();
    await page.goto(site.page('/from', '<h1>From here</h1>'));
    const from = page.url();
    await page.goto(`${phone.origin}/dial.html?uri=tel:*43`);
    const call = page.getByRole('button', { name: word('dialer.call'), exact: true });
    await expect(call).toBeFocused();
    await isIdle(phone);
    // Too early is not meant; later presses are.
    await expect(async () => {
      if (page.url() !== from) await call.press('Enter', { timeout: 500 });
      expect(page.url()).toBe(from);
    }).toPass();
    await waitFor('the call', async () => (await phone.popup()).has('button', word('call.hangUp')));
    await hangUp(phone);
    await isIdle(phone);
    await page.close();
  });

  test('in a frame of a page the dial page shows nothing to press', async () => {
    const page = await phone.chromium.context.newPage();
    await page.goto(site.page('/framed', `<iframe src="${phone.origin}/dial.html?uri=tel:*43"></iframe>`));
    const frame = await waitFor('the frame', () => page.frames().find((one) => one.url().startsWith(`${phone.origin}/dial.html`)));
    await frame.waitForLoadState('load');
    expect(await frame.locator('button').count()).toBe(0);
    await page.close();
  });
});
