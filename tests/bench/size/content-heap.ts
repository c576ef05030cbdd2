import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';
import { launchChromium } from '@/tests/support/e2e-chromium';
import { CHROMIUM_PATH } from '@/tests/support/e2e-chromium-flags';
import { startWebSite } from '@/tests/support/e2e-web-site';

const NODES = 50_000;

/** A page as dense as a large CRM list: 50,000 text nodes, a phone link in each fiftieth. */
const densePage = () =>
  Array.from({ length: NODES }, (_, at) => (at % 50 === 0 ? `<a href="tel:+468465004${String(at % 100).padStart(2, '0')}">ring</a>` : `<i>rad ${at}</i>`)).join('');

/** Bytes of script heap of a page, content scripts and all, after a collection. */
async function heapOf(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await page.close();
  return usedSize;
}

/** Growth of the dense page's heap with the extension, in MB of 1,000,000 bytes: one sample a round. */
export async function contentHeap(rounds: number): Promise<number[]> {
  const site = await startWebSite();
  const plain = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--headless=new', '--no-sandbox'] });
  const extended = await launchChromium();
  try {
    const url = site.page('/dense', densePage());
    const bare = await plain.newContext();
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const without = await heapOf(bare, url);
      samples.push(((await heapOf(extended.context, url)) - without) / 1_000_000);
    }
    return samples;
  } finally {
    await extended.close();
    await plain.close();
    await site.close();
  }
}
