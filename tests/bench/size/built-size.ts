import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CHROME_BUILD } from '@/tests/support/e2e-chromium';

const gzipped = (file: string) => gzipSync(readFileSync(join(CHROME_BUILD, file)), { level: 9 }).length;
/** Kilobytes of 1,000 bytes. */
const total = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipped(file), 0) / 1_000;

/** Every script and style of the built extension that is injected into every page. */
export function contentGzip(): number {
  const manifest = JSON.parse(readFileSync(join(CHROME_BUILD, 'manifest.json'), 'utf8')) as { content_scripts: { js?: string[]; css?: string[] }[] };
  return total(manifest.content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]));
}

/** What popup.html loads before it can paint: its scripts, what they import at once, and its styles. */
export function popupGzip(): number {
  const html = readFileSync(join(CHROME_BUILD, 'popup.html'), 'utf8');
  return total([...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].flatMap(([, file]) => (file === undefined ? [] : [file])));
}
