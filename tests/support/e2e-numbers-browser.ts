import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bidiSurface } from './e2e-bidi-surface';
import { launchChromium } from './e2e-chromium';
import { launchFirefox } from './e2e-firefox';
import { buildNumbersExtension } from './e2e-numbers-extension';
import { playwrightSurface } from './e2e-playwright-surface';
import type { Surface } from './e2e-surface';

/** A browser with the extension that only marks numbers. */
export interface NumbersBrowser {
  open(url: string): Promise<Surface>;
  close(): Promise<void>;
}

export async function numbersChromium(): Promise<NumbersBrowser> {
  const extensionDir = await buildNumbersExtension('chromium');
  const profileDir = mkdtempSync(join(tmpdir(), 'one-chromium-'));
  const { context, close } = await launchChromium({ extensionDir, profileDir });
  return {
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return playwrightSurface(page);
    },
    async close() {
      await close();
      for (const dir of [extensionDir, profileDir]) rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function numbersFirefox(): Promise<NumbersBrowser> {
  const extensionDir = await buildNumbersExtension('firefox');
  const { bidi, close } = await launchFirefox({ extensionDir });
  return {
    open: async (url) => bidiSurface(bidi, await bidi.openTab(url, 'complete')),
    async close() {
      await close();
      rmSync(extensionDir, { recursive: true, force: true });
    },
  };
}
