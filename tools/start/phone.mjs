import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from './say.mjs';

/** Runs in an extension page: the phone's whole state, as every surface gets it. */
const readState = () =>
  new Promise((resolve) => {
    const port = chrome.runtime.connect({ name: 'phone-state' });
    port.onMessage.addListener(({ kind, state }) => {
      if (kind !== 'whole') return;
      port.disconnect();
      resolve(state);
    });
    port.onDisconnect.addListener(() => resolve(null));
  });

/** Runs in an extension page: one command, in the form @webext-core/messaging gives it. */
const sendCommand = async (type, data) => {
  const answer = await chrome.runtime.sendMessage({ id: Date.now(), type, data, timestamp: Date.now() }).catch((error) => ({ err: error }));
  return answer?.res ?? { ok: false, error: String(answer?.err?.message ?? 'no answer') };
};

/** Polls `probe` until it gives something; throws what was waited for. */
export async function until(what, probe, timeoutMs = 10_000) {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
    await pause(20);
  }
}

/** The extension seen from one of its own pages. */
export class Phone {
  constructor(page) {
    this.page = page;
  }

  /** In a tab of its own; `path` is one of the extension's pages. */
  static async open({ browser, origin }, path) {
    const page = await browser.newPage();
    await page.goto(`${origin}${path}`);
    return new Phone(page);
  }

  state() {
    return this.page.evaluate(readState);
  }

  /** A call in this state (utils/domain/call/call-state.ts), or null. */
  async callIn(wanted) {
    const state = await this.state();
    return state?.calls.find((call) => call.state === wanted) ?? null;
  }

  /** Until a call begun at `since` (epoch ms) or later is in this state; throws as soon as it has ended instead. */
  async callBecomes(wanted, since) {
    return until(`the call to be ${wanted}`, async () => {
      const call = (await this.state())?.calls.find(({ startedAt }) => startedAt >= since);
      if (call?.state === 'ended') throw new Error(`the call ended: ${JSON.stringify(call.endReason)}`);
      return call?.state === wanted ? call : null;
    });
  }

  /** The extension's word for a key like `call.answer`, in the language the browser gives it. */
  word(key) {
    return this.page.evaluate((name) => chrome.i18n.getMessage(name), key.replaceAll('.', '_'));
  }

  async signIn({ url, email, password, deviceName }) {
    await until('the phone to be ready', async () => (await this.state())?.ready);
    const input = { server: url, email, password, deviceName };
    const result = await this.page.evaluate(sendCommand, 'account.signIn', input);
    if (!result.ok) throw new Stopped(`The demo agent could not sign in: ${result.error}`);
    await until('the phone to be connected', async () => (await this.state())?.registration.status === 'registered', 20_000);
  }
}
