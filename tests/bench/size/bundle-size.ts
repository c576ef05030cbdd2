import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CHROME_BUILD } from '@/tests/support/e2e-chromium';

interface Manifest {
  content_scripts?: { js?: string[]; css?: string[] }[];
}

const text = (file: string, build = CHROME_BUILD) => readFileSync(join(build, file));
const kilobytes = (files: Iterable<string>, build = CHROME_BUILD) => [...new Set(files)].reduce((sum, file) => sum + gzipSync(text(file, build), { level: 9 }).length, 0) / 1000;

/** Every script and style the manifest of a build injects into pages, each gzipped, in kB. */
export function contentGzip(build = CHROME_BUILD): number {
  const manifest = JSON.parse(text('manifest.json', build).toString()) as Manifest;
  return kilobytes((manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]), build);
}

/** Scripts and styles popup.html names, and everything those scripts import statically, each gzipped, in kB. */
export function popupGzip(): number {
  const html = text('popup.html').toString();
  const named = [...html.matchAll(/<(?:script|link)[^>]*?(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
  const needed = new Set<string>();
  const queue = [...named];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (needed.has(file)) continue;
    needed.add(file);
    if (file.endsWith('.js')) queue.push(...staticImports(file));
  }
  return kilobytes(needed);
}

/** `import … from "./x.js"` and `export … from`, not `import()`. */
function staticImports(file: string): string[] {
  const source = text(file).toString();
  const found = [...source.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.[^"']+\.js)["']/g)];
  return found.map(([, path]) => normalize(join(dirname(file), path ?? '')));
}
