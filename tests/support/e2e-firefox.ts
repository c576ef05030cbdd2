import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Preset } from '@/utils/contract/preset';
import { Bidi } from './e2e-bidi';
import { FIREFOX_HEARD_TONE } from './e2e-firefox-heard';
import type { HeardTone } from './e2e-heard-tone';
import { freePort } from './e2e-free-port';
import { endThoseWith } from './e2e-leftovers';
import type { MicrophoneSetting, UiLanguage } from './e2e-chromium-flags';
import type { Network } from './e2e-network';
import type { SoundCard } from './e2e-sound-card';
import { waitFor } from './e2e-wait-for';

export const FIREFOX_BUILD = new URL('../../.output/firefox-mv2', import.meta.url).pathname;
export const FIREFOX_PATH = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const UUID = '7a1b5a52-0c62-4d0e-9b6e-0e1f1a2b3c4d';

export interface FirefoxOptions {
  /** What its microphone hears. */
  readonly hertz?: number;
  readonly microphone?: MicrophoneSetting;
  readonly language?: UiLanguage;
  readonly extensionDir?: string;
  /** What the employer has preset. */
  readonly preset?: Preset;
  /** On a machine that has one. */
  readonly soundCard?: SoundCard;
  /** The network it is on, with a TLS front there that nobody vouches for; this machine's own by default. */
  readonly network?: Network;
}

export interface FirefoxWithExtension {
  readonly bidi: Bidi;
  readonly origin: string;
  /** What the browser calls the extension's sidebar. */
  readonly sidebarId: string;
  /** Measures from the given tab of the extension. */
  heard(context: string): Promise<HeardTone | null>;
  setMicrophone(setting: MicrophoneSetting): Promise<void>;
  close(): Promise<void>;
}

/** Debian's Firefox with the built extension at a known address. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxWithExtension> {
  const { hertz = 660, microphone = 'granted', language = 'en', extensionDir = FIREFOX_BUILD } = options;
  const extensionId = await extensionIdOf(extensionDir);
  const profile = mkdtempSync(join(tmpdir(), 'one-firefox-'));
  const { network } = options;
  const debuggingPort = network && (await freePort());
  if (debuggingPort !== undefined) await network?.portTo(debuggingPort);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: network?.runs(FIREFOX_PATH) ?? FIREFOX_PATH,
    ...(debuggingPort !== undefined && { debuggingPort, acceptInsecureCerts: true }),
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(extensionId, hertz, language),
    env: {
      ...process.env,
      ...options.soundCard?.env,
      ...(options.preset !== undefined && { HOME: homeWithPreset(profile, extensionId, options.preset) }),
    },
  });
  const bidi = new Bidi(browser);
  const origin = `moz-extension://${UUID}`;
  const setMicrophone = async (setting: MicrophoneSetting) => {
    const action = { granted: 'ALLOW_ACTION', denied: 'DENY_ACTION', prompt: 'PROMPT_ACTION', missing: 'ALLOW_ACTION' }[setting];
    await bidi.evaluateInChrome(`(() => {
      // Without the fake device this machine has no microphone at all.
      Services.prefs.setBoolPref('media.navigator.streams.fake', ${setting !== 'missing'});
      const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin('${origin}');
      Services.perms.addFromPrincipal(principal, 'microphone', Services.perms.${action});
    })()`);
  };
  await setMicrophone(microphone);
  await browser.installExtension(extensionDir);
  return {
    bidi,
    origin,
    sidebarId: `${extensionId.replace(/[^\w-]/g, '_')}-sidebar-action`,
    heard: (context) => bidi.evaluate<HeardTone | null>(context, FIREFOX_HEARD_TONE),
    setMicrophone,
    async close() {
      const pid = browser.process()?.pid;
      await browser.close();
      // In a network namespace its helper outlives it.
      if (pid !== undefined) endThoseWith(`crashhelper ${pid} `);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function extensionIdOf(dir: string): Promise<string> {
  const text = await waitFor('the Firefox build', () => readFile(`${dir}/manifest.json`, 'utf8'), 1_000);
  const manifest = JSON.parse(text) as { browser_specific_settings: { gecko: { id: string } } };
  return manifest.browser_specific_settings.gecko.id;
}

/**
 * A home directory with a managed storage manifest, which presets for one user what policies.json does for the
 * whole machine. It lies in the profile, and goes with it.
 */
function homeWithPreset(profile: string, extensionId: string, preset: Preset): string {
  const home = join(profile, 'home');
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: extensionId, description: 'preset', type: 'storage', data: preset };
  writeFileSync(join(folder, `${extensionId}.json`), JSON.stringify(manifest));
  return home;
}

function preferences(extensionId: string, hertz: number, language: UiLanguage): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
    'intl.locale.requested': language === 'sv' ? 'sv-SE' : 'en-US',
    'intl.accept_languages': language === 'sv' ? 'sv-SE, sv' : 'en-US, en',
    // A fake microphone behind real permissions. Never media.navigator.permission.disabled: it hides that a
    // background page gets no microphone.
    'media.navigator.permission.fake': true,
    'media.navigator.streams.fake': true,
    'media.navigator.audio.fake_frequency': hertz,
    'media.peerconnection.ice.loopback': true,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
    'media.autoplay.default': 0,
    'media.autoplay.blocking_policy': 0,
  };
}
