import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { writeTone } from './tone-file.mjs';

/** What the fake microphone of the headless tour hears, Hz. */
export const AGENT_TONE = 440;

const COMMON = ['--disable-quic', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check', '--hide-crash-restore-bubble'];

/**
 * Opens the browser with the extension. It is loaded over the debugging pipe, which branded Chrome takes as well
 * as Chromium does; Chrome has ignored --load-extension since version 137.
 */
export async function openBrowser({ executable, extension, headless, lang, processes }) {
  const profile = mkdtempSync(join(tmpdir(), 'one-demo-'));
  processes.onStopped(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const args = [...COMMON, `--lang=${lang === 'sv' ? 'sv-SE' : 'en-US'}`];
  if (headless) {
    const tone = join(profile, 'microphone.wav');
    writeTone(tone, AGENT_TONE);
    args.push('--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${tone}`, '--allow-loopback-in-peer-connection', '--autoplay-policy=no-user-gesture-required');
  }
  // Chromium's sandbox cannot run as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args,
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // On Linux the language of an extension comes from here.
    env: processes.environment({ LANGUAGE: lang === 'sv' ? 'sv_SE' : 'en_US' }),
  });
  const id = await browser.installExtension(extension);
  const origin = `chrome-extension://${id}`;
  const cdp = await browser.target().createCDPSession();
  await cdp.send('Browser.setPermission', { origin, permission: { name: 'microphone' }, setting: 'granted' });
  return {
    browser,
    origin,
    version: await browser.version(),
    close: () => browser.close().catch(() => undefined),
  };
}
