import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stopped, detail, step } from './say.mjs';

/** Builds the extension for Chrome; resolves with its folder. */
export async function buildExtension(root, runDir, processes) {
  if (process.env.ONE_EXTENSION) {
    detail(`The extension is the one in ${process.env.ONE_EXTENSION}`);
    return process.env.ONE_EXTENSION;
  }
  step('Building the extension');
  const begun = Date.now();
  mkdirSync(runDir, { recursive: true });
  const log = join(runDir, 'build.log');
  const output = openSync(log, 'w');
  const code = await processes.start(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], { cwd: root, output }).exited;
  closeSync(output);
  if (code !== 0) throw new Stopped(`The extension could not be built:\n${readFileSync(log, 'utf8').slice(-3000)}`);
  detail(`built in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return join(root, '.output/chrome-mv3');
}
