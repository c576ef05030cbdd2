import { knownDevices, UNKNOWN_DEVICES } from '@/utils/domain/audio/known-devices';
import type { DeviceListPort } from '@/utils/phone/ports';

/** Of a document where the browser lists devices; devices have names once the microphone is allowed. */
export function createDeviceList(devices: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>): DeviceListPort {
  return {
    list: async () => knownDevices(await devices.enumerateDevices()),
    watch(listener) {
      devices.addEventListener('devicechange', listener);
      return () => devices.removeEventListener('devicechange', listener);
    },
  };
}

/** Firefox's background page: there `enumerateDevices` never ends. */
export const noDeviceList: DeviceListPort = {
  list: () => Promise.resolve(UNKNOWN_DEVICES),
  watch: () => () => undefined,
};
