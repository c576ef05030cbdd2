import { headsetLayout, TELEPHONY_PAGE } from '@/utils/domain/headset/headset-layout';
import type { DeviceRef } from '@/utils/domain/audio/audio-choice';
import { headsetId, type Hid } from './web-hid';

/** `none`: nothing was chosen; `refused`: the browser may not ask; `useless`: it has no button that a call can use. */
export type AskedHeadset = { readonly ok: true; readonly headset: DeviceRef } | { readonly ok: false; readonly why: 'none' | 'refused' | 'useless' };

/** The longest name that is kept. */
const LONGEST_NAME = 300;

/** Headsets for the settings page, which has the click that asking takes. Fits the models' HeadsetAdapter. */
export function createHeadsetPage(hid: Hid | null) {
  return {
    supported: hid !== null,
    /** Opens the browser's own list of headsets. Never rejects. */
    async ask(): Promise<AskedHeadset> {
      let devices;
      try {
        devices = (await hid?.requestDevice({ filters: [{ usagePage: TELEPHONY_PAGE }] })) ?? [];
      } catch {
        return { ok: false, why: 'refused' };
      }
      const [first] = devices;
      if (!first) return { ok: false, why: 'none' };
      const usable = devices.find(({ collections }) => headsetLayout(collections) !== null);
      if (!usable) {
        for (const device of devices) await device.forget().catch(() => undefined);
        return { ok: false, why: 'useless' };
      }
      const id = headsetId(usable);
      return { ok: true, headset: { id, label: usable.productName.trim().slice(0, LONGEST_NAME) || id } };
    },
    /** Gives the permission for it back. Never rejects. */
    async forget(id: string): Promise<void> {
      const devices = (await hid?.getDevices().catch(() => [])) ?? [];
      for (const device of devices) if (headsetId(device) === id) await device.forget().catch(() => undefined);
    },
  };
}
