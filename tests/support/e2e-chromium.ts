import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { Cdp } from './e2e-cdp';
import { CHROMIUM_PATH, chromiumFlags, languageEnvironment, type MicrophoneSetting, type UiLanguage } from './e2e-chromium-flags';
import type { Network } from './e2e-network';
import { OffscreenProbe } from './e2e-offscreen';
import type { Pulse } from './e2e-tone-wav';
import { waitFor } from './e2e-wait-for';

export const CHROME_BUILD = new URL('../../.output/chrome-mv3', import.meta.url).pathname;

export interface ChromiumOptions {
  /** What its microphone hears. */
  readonly hertz?: number;
  readonly pulse?: Pulse;
  readonly microphone?: MicrophoneSetting;
  readonly language?: UiLanguage;
  readonly colorScheme?: 'light' | 'dark';
  readonly extensionDir?: string;
  /** The network it is on, with a TLS front there that nobody vouches for; this machine's own by default. */
  readonly network?: Network;
  /** A profile that outlives the browser; by default a fresh one that does not. */
  readonly profileDir?: string;
}

export interface ChromiumWithExtension {
  readonly context: BrowserContext;
  readonly cdp: Cdp;
  readonly extensionId: string;
  readonly profileDir: string;
  readonly probe: OffscreenProbe;
  setMicrophone(setting: 'granted' | 'denied' | 'prompt'): Promise<void>;
  close(): Promise<void>;
}

/** Debian's Chromium with the built extension installed. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<ChromiumWithExtension> {
  const { hertz = 440, microphone = 'granted', language = 'en', colorScheme = 'light', extensionDir = CHROME_BUILD } = options;
  const profile = options.profileDir ?? mkdtempSync(join(tmpdir(), 'one-chromium-'));
  // Of the browser that ran on this profile before.
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.network?.runs(CHROMIUM_PATH) ?? CHROMIUM_PATH,
    headless: false,
    colorScheme,
    viewport: { width: 1280, height: 800 },
    args: [...chromiumFlags(extensionDir, hertz, microphone, language, options.pulse), ...(options.network ? ['--ignore-certificate-errors'] : [])],
    ignoreDefaultArgs: ['--disable-extensions'],
    env: { ...process.env, ...languageEnvironment(language) } as Record<string, string>,
  });
  const cdp = await Cdp.ofProfile(profile, options.network);
  const extensionId = await waitFor('the extension', async () => {
    const worker = (await cdp.targets()).find((target) => target.url.startsWith('chrome-extension://'));
    return worker && new URL(worker.url).host;
  });
  // On a new profile the extension opens its welcome page; late, it would cover the popup, and what is covered draws no frames.
  if (options.profileDir === undefined) await waitFor('the welcome page', () => context.pages().some((page) => page.url().endsWith('/welcome.html')));
  const setMicrophone = async (setting: 'granted' | 'denied' | 'prompt') => {
    const origin = `chrome-extension://${extensionId}`;
    await cdp.send('Browser.setPermission', { origin, permission: { name: 'microphone' }, setting });
  };
  await setMicrophone(microphone === 'missing' ? 'granted' : microphone);
  return {
    context,
    cdp,
    extensionId,
    profileDir: profile,
    probe: new OffscreenProbe(cdp, extensionId),
    setMicrophone,
    async close() {
      cdp.close();
      await context.close();
      if (options.profileDir === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}
