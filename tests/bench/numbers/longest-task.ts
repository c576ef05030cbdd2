import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@/tests/support/e2e-chromium';
import { buildNumbersExtension } from '@/tests/support/e2e-numbers-extension';
import { startWebSite } from '@/tests/support/e2e-web-site';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { densePage } from './pages';

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/**
 * Longest stretch of the content script's own work while the dense page loads and is marked, in ms: as the browser's
 * trace has it, in the built extension and its isolated world. The page's own parsing and layout are not in it.
 */
export async function longestTask(rounds: number): Promise<number[]> {
  const extensionDir = await buildNumbersExtension('chromium');
  const profileDir = mkdtempSync(join(tmpdir(), 'one-chromium-'));
  const site = await startWebSite();
  const url = site.page('/dense', densePage());
  const { context, close } = await launchChromium({ extensionDir, profileDir });
  try {
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const events: TraceEvent[] = [];
      session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
      await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
      await page.goto(url, { timeout: 60_000 });
      await waitFor('marks', () => page.evaluate(`CSS.highlights.get('one-number')?.size > 0`), 60_000);
      const last = 'postMessage({ ask: "at", id: 1, x: 1, y: 1 }, "*")';
      await page.evaluate(`new Promise((done) => { addEventListener('message', ({ data }) => data?.answered === 1 && setTimeout(done, 1000)); ${last}; })`);
      const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
      await session.send('Tracing.end');
      await complete;
      const own = events.filter(({ name, args }) => name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://'));
      samples.push(Math.max(...own.map(({ dur = 0 }) => dur / 1000)));
      await page.close();
    }
    return samples;
  } finally {
    await close();
    await site.close();
    for (const dir of [extensionDir, profileDir]) rmSync(dir, { recursive: true, force: true });
  }
}
