import { writeFileSync } from 'node:fs';
import type { TestInfo } from '@playwright/test';
import { bareChromiumPhone, type BareChromiumOptions, type BareChromiumPhone } from './e2e-bare-chromium-phone';
import { chromiumPhone, type ChromiumPhone } from './e2e-chromium-phone';
import type { ChromiumOptions } from './e2e-chromium';
import { firefoxPhone, type FirefoxPhone } from './e2e-firefox-phone';
import type { FirefoxOptions } from './e2e-firefox';
import { openNetwork, type Network } from './e2e-network';
import { startOneServer, type OneServer, type OneServerOptions } from './e2e-one-server';
import type { Phone } from './e2e-phone';
import { Pstn } from './e2e-pstn';
import { startSoundCard } from './e2e-sound-card';
import { startWebSite, type WebSite } from './e2e-web-site';

/** The lines a phone host keeps of what happened to it, as text. */
const KEPT_LOG = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lifecycle-log');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('lines').objectStore('lines').getAll();
    reading.onerror = () => reject(reading.error);
    reading.onsuccess = () => resolve(reading.result.map((line) => JSON.stringify(line)).join('\\n'));
  };
})`;

/** Everything a suite starts, and the one place where all of it ends. */
export class Stage {
  private readonly ends: (() => Promise<void> | void)[] = [];
  private readonly phones: Phone[] = [];
  private readonly servers: OneServer[] = [];

  async server(options: OneServerOptions): Promise<OneServer> {
    const server = this.keep(await startOneServer(options));
    this.servers.push(server);
    return server;
  }

  async chromium(options: ChromiumOptions = {}): Promise<ChromiumPhone> {
    const phone = this.keep(await chromiumPhone(options));
    this.phones.push(phone);
    return phone;
  }

  /** A Chromium whose service worker nobody debugs. */
  async bareChromium(options: BareChromiumOptions): Promise<BareChromiumPhone> {
    const phone = this.keep(await bareChromiumPhone(options));
    this.phones.push(phone);
    return phone;
  }

  async firefox(options: FirefoxOptions = {}): Promise<FirefoxPhone> {
    const phone = this.keep(await firefoxPhone(options));
    this.phones.push(phone);
    return phone;
  }

  async firefoxWithSoundCard(options: FirefoxOptions = {}): Promise<FirefoxPhone> {
    return this.firefox({ ...options, soundCard: this.keep(await startSoundCard()) });
  }

  async pstn(hertz?: number): Promise<Pstn> {
    return this.keep(await Pstn.open(hertz));
  }

  async network(): Promise<Network> {
    return this.keep(await openNetwork());
  }

  async webSite(): Promise<WebSite> {
    return this.keep(await startWebSite());
  }

  keep<T extends { close(): Promise<void> | void }>(part: T): T {
    this.ends.push(() => part.close());
    return part;
  }

  /** After a failed test: what every popup showed, what every phone host noted, and what the servers said. */
  async report(info: TestInfo): Promise<void> {
    if (info.status === info.expectedStatus) return;
    for (const [at, phone] of this.phones.entries()) {
      const popup = await phone.popup().catch(() => null);
      const text = await popup?.text().catch((error: unknown) => String(error));
      await attach(info, `popup-${at}-${phone.browser}`, text ?? 'none');
      const lines = await popup?.evaluate<string>(KEPT_LOG).catch((error: unknown) => String(error));
      await attach(info, `log-${at}-${phone.browser}`, lines ?? 'none');
    }
    for (const [at, server] of this.servers.entries()) await attach(info, `server-${at}`, server.output());
  }

  /** All at once; one part that cannot end does not keep the others from it. */
  async close(): Promise<void> {
    const ended = await Promise.allSettled(this.ends.splice(0).map(async (end) => end()));
    const problems = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    if (problems.length > 0) throw new AggregateError(problems, 'not everything ended');
  }
}

async function attach(info: TestInfo, name: string, text: string): Promise<void> {
  const path = info.outputPath(`${name}.txt`);
  writeFileSync(path, text);
  await info.attach(name, { path, contentType: 'text/plain' });
}
