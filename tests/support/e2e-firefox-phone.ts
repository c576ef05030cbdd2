import type { BidiContext } from './e2e-bidi';
import { bidiSurface } from './e2e-bidi-surface';
import type { MicrophoneSetting } from './e2e-chromium-flags';
import { launchFirefox, type FirefoxOptions, type FirefoxWithExtension } from './e2e-firefox';
import type { Phone } from './e2e-phone';
import { PANEL_SETTLED } from './e2e-surface';
import { waitFor } from './e2e-wait-for';

export interface FirefoxPhone extends Phone {
  readonly firefox: FirefoxWithExtension;
  setMicrophone(setting: MicrophoneSetting): Promise<void>;
  /** The window that lends the microphone, closed as by its own button if it is open. */
  closeCallWindow(): Promise<void>;
  callWindowIsShown(): Promise<boolean>;
  /** The sidebar, as the browser's own button opens and closes it. */
  sidebar(shown: boolean): Promise<void>;
}

export async function firefoxPhone(options: FirefoxOptions = {}): Promise<FirefoxPhone> {
  const firefox = await launchFirefox(options);
  const { bidi, origin } = firefox;
  let popup: string | null = null;

  const openExtensionPage = async (path: string) => {
    const context = await bidi.openTab(`${origin}${path}`);
    await waitFor(path, () => bidi.evaluate<boolean>(context, `location.href.startsWith('${origin}') && document.readyState === 'complete'`));
    return context;
  };
  const isOpen = async (context: string) => (await bidi.contexts()).some((one) => one.context === context);
  const panelContext = async () => {
    const nested = (contexts: readonly BidiContext[]): BidiContext[] => contexts.flatMap((one) => [...one.children, ...nested(one.children)]);
    return nested(await bidi.contexts()).find((one) => one.url.startsWith(`${origin}/panel.html`));
  };

  const callWindow = async () => (await bidi.contexts()).find((one) => one.url.startsWith(`${origin}/call-window.html`));

  // Audio is measured from a page of its own, so that closing the popup does not end the measuring.
  let meter = await openExtensionPage('/options.html');
  return {
    browser: 'firefox',
    firefox,
    language: options.language ?? 'en',
    hertz: options.hertz ?? 660,
    origin,
    async popup() {
      if (popup === null || !(await isOpen(popup))) popup = await openExtensionPage('/popup.html');
      return bidiSurface(bidi, popup);
    },
    async closePopup() {
      if (popup !== null) await bidi.send('browsingContext.close', { context: popup });
      popup = null;
    },
    extensionPage: async (path) => bidiSurface(bidi, await openExtensionPage(path)),
    webPage: async (url) => bidiSurface(bidi, await bidi.openTab(url, 'complete')),
    async panel(timeoutMs = 10_000) {
      const find = async () => (await waitFor('the call panel', panelContext, timeoutMs)).context;
      const panel = bidiSurface(bidi, find);
      await waitFor('the panel to be seen', () => panel.evaluate<boolean>(PANEL_SETTLED), timeoutMs);
      return panel;
    },
    panelIsShown: async () => (await panelContext()) !== undefined,
    async heard() {
      if (!(await isOpen(meter))) meter = await openExtensionPage('/options.html');
      return firefox.heard(meter);
    },
    setMicrophone: firefox.setMicrophone,
    callWindowIsShown: async () => (await callWindow()) !== undefined,
    async sidebar(shown) {
      const opened = `SidebarController.isOpen && document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser')?.currentURI.spec.endsWith('/sidepanel.html') === true`;
      await bidi.evaluateInChrome(shown ? `SidebarController.show('${firefox.sidebarId}')` : 'SidebarController.hide()');
      await waitFor('the sidebar', async () => (await bidi.evaluateInChrome<boolean>(opened)) === shown);
    },
    async closeCallWindow() {
      const lender = await callWindow();
      if (lender !== undefined) await bidi.send('browsingContext.close', { context: lender.context });
    },
    close: firefox.close,
  };
}
