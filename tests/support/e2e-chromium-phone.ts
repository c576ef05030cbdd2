import type { Frame, Page } from '@playwright/test';
import { launchChromium, type ChromiumOptions, type ChromiumWithExtension } from './e2e-chromium';
import type { Phone } from './e2e-phone';
import { playwrightSurface } from './e2e-playwright-surface';
import { PANEL_SETTLED } from './e2e-surface';
import { waitFor } from './e2e-wait-for';

export interface ChromiumPhone extends Phone {
  readonly chromium: ChromiumWithExtension;
}

export async function chromiumPhone(options: ChromiumOptions = {}): Promise<ChromiumPhone> {
  const chromium = await launchChromium(options);
  const { context, extensionId, probe } = chromium;
  const origin = `chrome-extension://${extensionId}`;
  let popup: Page | null = null;
  // The tab the browser started with, and a welcome page the extension opens by itself, are nobody's.
  const keeper = context.pages()[0] ?? (await context.newPage());

  const open = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const panelFrame = (): { page: Page; frame: Frame } | undefined => {
    for (const page of context.pages()) {
      const frame = page.frames().find((one) => one !== page.mainFrame() && one.url().startsWith(`${origin}/panel.html`));
      if (frame !== undefined) return { page, frame };
    }
    return undefined;
  };

  return {
    browser: 'chromium',
    chromium,
    language: options.language ?? 'en',
    hertz: options.hertz ?? 440,
    origin,
    async popup() {
      if (popup === null || popup.isClosed()) {
        popup = await open(`${origin}/popup.html`);
        await popup.setViewportSize({ width: 384, height: 600 });
      }
      return playwrightSurface(popup);
    },
    async closePopup() {
      await popup?.close();
      popup = null;
    },
    extensionPage: async (path) => playwrightSurface(await open(`${origin}${path}`)),
    async webPage(url) {
      const page = await open(url);
      await page.bringToFront();
      return playwrightSurface(page);
    },
    async panel(timeoutMs = 10_000) {
      // It follows the user to another page: then its frame there is another.
      return waitFor('the panel to be seen', async () => {
        const found = panelFrame();
        const panel = found && playwrightSurface(found.page, found.frame);
        return (await panel?.evaluate<boolean>(PANEL_SETTLED)) === true ? panel : undefined;
      }, timeoutMs);
    },
    panelIsShown: () => Promise.resolve(panelFrame() !== undefined),
    heard: () => probe.heard(),
    setMicrophone: chromium.setMicrophone,
    async close() {
      if (!keeper.isClosed()) await keeper.close().catch(() => undefined);
      await chromium.close();
    },
  };
}
