import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cdp } from './e2e-cdp';
import { cdpSurface } from './e2e-cdp-surface';
import { CHROME_BUILD } from './e2e-chromium';
import { CHROMIUM_PATH, chromiumFlags } from './e2e-chromium-flags';
import type { Network } from './e2e-network';
import { OffscreenProbe } from './e2e-offscreen';
import type { Phone } from './e2e-phone';
import { startProcess } from './e2e-process';
import type { Surface } from './e2e-surface';
import { waitFor } from './e2e-wait-for';

export interface BareChromiumPhone extends Phone {
  readonly cdp: Cdp;
  readonly probe: OffscreenProbe;
}

export interface BareChromiumOptions {
  readonly hertz: number;
  /** The network it is on, with a TLS front there that nobody vouches for; this machine's own by default. */
  readonly network?: Network;
}

/**
 * A Chromium no library drives: Playwright attaches to every service worker, and a debugger keeps a worker alive.
 * Here only the popup and the phone host are attached to.
 */
export async function bareChromiumPhone({ hertz, network }: BareChromiumOptions): Promise<BareChromiumPhone> {
  const profile = mkdtempSync(join(tmpdir(), 'one-chromium-'));
  const browser = startProcess(
    network?.runs(CHROMIUM_PATH) ?? CHROMIUM_PATH,
    [...chromiumFlags(CHROME_BUILD, hertz, 'granted', 'en'), ...(network ? ['--ignore-certificate-errors'] : []), `--user-data-dir=${profile}`, '--no-first-run', 'about:blank'],
    { LANGUAGE: 'en_US' },
  );
  const cdp = await Cdp.ofProfile(profile, network);
  const extensionId = await waitFor('the extension', async () => {
    const target = (await cdp.targets()).find((one) => one.url.startsWith('chrome-extension://'));
    return target && new URL(target.url).host;
  });
  const origin = `chrome-extension://${extensionId}`;
  const probe = new OffscreenProbe(cdp, extensionId);
  const setMicrophone = async (setting: 'granted' | 'denied' | 'prompt') =>
    void (await cdp.send('Browser.setPermission', { origin, permission: { name: 'microphone' }, setting }));
  await setMicrophone('granted');

  const open = async (url: string) => {
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
    const session = await cdp.attach(targetId);
    await waitFor(url, () => cdp.evaluate<boolean>(session, `document.readyState === 'complete' && location.href === ${JSON.stringify(url)}`));
    return cdpSurface(cdp, targetId, session);
  };
  let popup: Surface | null = null;
  const noPanel = () => Promise.reject(new Error('a bare browser shows no panel to its driver'));

  return {
    browser: 'chromium',
    language: 'en',
    hertz,
    origin,
    cdp,
    probe,
    popup: async () => (popup ??= await open(`${origin}/popup.html`)),
    async closePopup() {
      await popup?.close();
      popup = null;
    },
    extensionPage: (path) => open(`${origin}${path}`),
    webPage: open,
    panel: noPanel,
    panelIsShown: noPanel,
    heard: () => probe.heard(),
    setMicrophone,
    async close() {
      cdp.close();
      await browser.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
