import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './e2e-bundle';

const HERE = new URL('./numbers-extension/', import.meta.url).pathname;

const CONTENT = { js: ['content.js'], matches: ['*://*/*'], exclude_matches: ['*://*/bare/*'], all_frames: true, run_at: 'document_start', match_origin_as_fallback: true };
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

/** Builds the extension that only marks numbers, but on no page under `/bare/`; its folder. */
export async function buildNumbersExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), `one-numbers-${browser}-`));
  await bundle(join(HERE, 'content.ts'), dir, 'content.js');
  copyFileSync(join(HERE, 'worker.js'), join(dir, 'worker.js'));
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(MANIFESTS[browser]));
  return dir;
}
