import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_PATH } from '@/tests/support/e2e-chromium-flags';
import { bundle } from '@/tests/support/e2e-bundle';
import type { PageProbe } from './page-probe';

/** A browser without the extension, whose pages hold the content script's own code with a clock around it. */
export interface ProbedBrowser {
  /** In a process of its own, so that nothing has run in it before. */
  fresh<T>(html: string, run: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function probedBrowser(): Promise<ProbedBrowser> {
  const dir = mkdtempSync(join(tmpdir(), 'one-probe-'));
  await bundle(new URL('./page-probe.ts', import.meta.url).pathname, dir, 'probe.js');
  const script = readFileSync(join(dir, 'probe.js'), 'utf8');
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM_PATH, headless: false, args: ['--headless=new', '--no-sandbox'] });
  return {
    async fresh(html, run) {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.setContent(`<!doctype html><html lang="sv"><body>${html}</body></html>`, { timeout: 120_000 });
        await page.evaluate(script);
        // Its first layout is the page's own.
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))');
        return await run(page);
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

/** Calls the probe in the page. */
export function ask<N extends keyof PageProbe>(page: Page, name: N, ...given: Parameters<PageProbe[N]>): Promise<Awaited<ReturnType<PageProbe[N]>>> {
  return page.evaluate(`window.numbersProbe.${name}(...${JSON.stringify(given)})`);
}
