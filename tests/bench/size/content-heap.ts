import { chromium, type BrowserContext } from '@playwright/test';
import { launchChromium } from '@/tests/support/e2e-chromium';
import { CHROMIUM_PATH } from '@/tests/support/e2e-chromium-flags';
import { startWebSite } from '@/tests/support/e2e-web-site';

const ROWS = 5_000;

/** 50,000 text nodes, every tenth a telephone number, half of those as links. */
const densePage = () => {
  const row = (at: number) => {
    const number = `08-465 ${String(at % 1000).padStart(3, '0')} ${String(at % 100).padStart(2, '0')}`;
    const cells = Array.from({ length: 9 }, (_, cell) => `<td>Kund ${at} fält ${cell}</td>`).join('');
    return `<tr>${cells}<td>${at % 2 === 0 ? `<a href="tel:${number.replaceAll(/\D/g, '')}">${number}</a>` : number}</td></tr>`;
  };
  return `<table>${Array.from({ length: ROWS }, (_, at) => row(at)).join('')}</table>`;
};

/** Heap of the page's thread, every script world in it counted, after a collection; in MB. */
async function heapOf(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return usedSize / 1e6;
}

/** Growth of a dense page's heap with the extension, in MB: the same page in a browser with and without it, by turns. */
export async function contentHeap(rounds: number): Promise<number[]> {
  const site = await startWebSite();
  const url = site.page('/dense', densePage());
  const extended = await launchChromium();
  const bare = await chromium.launchPersistentContext('', { executablePath: CHROMIUM_PATH, headless: false, args: ['--headless=new', '--no-sandbox'] });
  try {
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const without = await heapOf(bare, url);
      samples.push((await heapOf(extended.context, url)) - without);
    }
    return samples;
  } finally {
    await bare.close();
    await extended.close();
    await site.close();
  }
}
