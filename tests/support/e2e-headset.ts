import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './e2e-bundle';
import type { ChromiumPhone } from './e2e-chromium-phone';
import { waitFor } from './e2e-wait-for';

/** A headset that is plugged in to one browser: simulated at `navigator.hid`, all the rest is the extension's own. */
export interface PluggedHeadset {
  press(button: 'pressHook' | 'pressMute' | 'pressFlash'): Promise<void>;
  /** Until exactly these are lit, as `SimulatedHeadset.lights` says it. */
  shows(lights: string, timeoutMs?: number): Promise<unknown>;
  opened(): Promise<boolean>;
  unplug(): Promise<unknown>;
}

/** Into the phone host; before a headset is chosen, since the host asks for `navigator.hid` then. */
export async function plugHeadset({ chromium: { probe } }: ChromiumPhone, name: string): Promise<PluggedHeadset> {
  await probe.evaluate(`{
    ${await simulation()}
    globalThis.__headset = new bundled.SimulatedHeadset({ name: ${JSON.stringify(name)} });
    globalThis.__hid = new bundled.SimulatedHid(__headset);
    Object.defineProperty(navigator, 'hid', { configurable: true, value: __hid });
  } true`);
  return {
    press: (button) => probe.evaluate(`__headset.${button}()`),
    shows: (lights, timeoutMs = 10_000) =>
      waitFor(`the headset to show ${lights}`, async () => {
        const lit = await probe.evaluate<string>('__headset.lights');
        if (lit !== lights) throw new Error(`it shows ${lit}`);
        return true;
      }, timeoutMs),
    opened: () => probe.evaluate('__headset.opened'),
    unplug: () => probe.evaluate('__hid.unplug(__headset); delete navigator.hid'),
  };
}

/** What a person would pick from the browser's list, which no test can press: the same headset, on the page that asks for it. */
export const PICKS_HEADSET = (name: string) => `navigator.hid.requestDevice = async () => [Object.assign(new EventTarget(), {
  vendorId: 0x1395, productId: 0x0042, productName: ${JSON.stringify(name)}, forget: async () => undefined,
  collections: [{ usagePage: 11, usage: 5, children: [], outputReports: [], inputReports: [{ reportId: 2, items: [
    { usages: [0xb0020], isRange: false, isAbsolute: true, isArray: false, isConstant: false, reportSize: 1, reportCount: 1, logicalMinimum: 0 },
  ] }] }],
})]; true`;

async function simulation(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'one-headset-'));
  try {
    await bundle(new URL('./simulated-headset.ts', import.meta.url).pathname, dir, 'headset.js');
    return readFileSync(join(dir, 'headset.js'), 'utf8');
  } finally {
    rmSync(dir, { recursive: true });
  }
}
