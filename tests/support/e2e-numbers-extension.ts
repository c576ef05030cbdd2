import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const HERE = new URL('./numbers-extension/', import.meta.url).pathname;
const ROOT = new URL('../../', import.meta.url).pathname.replace(/\/$/, '');

const CONTENT = { js: ['content.js'], matches: ['*://*/*'], all_frames: true, run_at: 'document_start', match_origin_as_fallback: true };
const COMMON = { name: 'Numbers', version: '1', content_scripts: [CONTENT] };
const MANIFESTS = {
  chromium: { ...COMMON, manifest_version: 3, background: { service_worker: 'worker.js' } },
  firefox: {
    ...COMMON,
    manifest_version: 2,
    background: { scripts: ['worker.js'] },
    browser_specific_settings: { gecko: { id: 'numbers@one.example', data_collection_permissions: { required: ['none'] } } },
  },
};

/** One script of the source, as a browser takes it. */
export async function bundle(entry: string, outDir: string, name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: { outDir, emptyOutDir: false, lib: { entry, formats: ['iife'], name: 'bundled', fileName: () => name } },
  });
}

/** Builds the extension that only marks numbers; its folder. */
export async function buildNumbersExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), `one-numbers-${browser}-`));
  mkdirSync(dir, { recursive: true });
  await bundle(join(HERE, 'content.ts'), dir, 'content.js');
  copyFileSync(join(HERE, 'worker.js'), join(dir, 'worker.js'));
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(MANIFESTS[browser]));
  return dir;
}
