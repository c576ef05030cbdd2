import { toneFile, type Pulse } from './e2e-tone-wav';

export type MicrophoneSetting = 'granted' | 'denied' | 'prompt' | 'missing';
export type UiLanguage = 'en' | 'sv';

export const CHROMIUM_PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Flags Debian's Chromium needs to load an unpacked extension headless and to hear a tone from a fake microphone. */
export function chromiumFlags(extensionDir: string, hertz: number, microphone: MicrophoneSetting, language: UiLanguage, pulse?: Pulse): string[] {
  return [
    '--headless=new',
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Without the fake device this machine has no microphone at all: what "missing" asks for.
    ...(microphone === 'missing' ? [] : ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${toneFile(hertz, pulse)}`]),
    '--allow-loopback-in-peer-connection',
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    '--remote-debugging-port=0',
    `--lang=${language === 'sv' ? 'sv-SE' : 'en-US'}`,
  ];
}

/** On Linux the language of the browser's own texts, and so of an extension, comes from the environment. */
export function languageEnvironment(language: UiLanguage): Record<string, string> {
  return { LANGUAGE: language === 'sv' ? 'sv_SE' : 'en_US' };
}
