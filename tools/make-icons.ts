/** Draws public/icon/*.png. Run after changing tools/icons/draw.ts: `npx tsx tools/make-icons.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { appIcon, ICON_STATES, stateIcon } from './icons/draw';
import { findBrowser } from './start/find-browser.mjs';

const OUT = fileURLToPath(new URL('../public/icon/', import.meta.url));
const SIZES = [16, 32, 48, 128];

async function picture(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

const executablePath = findBrowser(process.platform, process.env);
if (!executablePath) throw new Error('Drawing the icons needs Chromium, Chrome or Edge.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await mkdir(OUT, { recursive: true });
  for (const size of SIZES) {
    await writeFile(`${OUT}${size}.png`, await picture(page, appIcon(), size));
    for (const state of ICON_STATES) await writeFile(`${OUT}${state}-${size}.png`, await picture(page, stateIcon(state), size));
  }
} finally {
  await browser.close();
}
