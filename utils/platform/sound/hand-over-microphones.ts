import type { DeviceRef } from '@/utils/domain/audio/audio-choice';
import type { DeviceListPort } from '@/utils/phone/ports';

/** Firefox: tells the background page, which cannot list devices, which microphones there are; now and after each change. Returns the way to tell again. */
export function handOverMicrophones(devices: DeviceListPort, tell: (microphones: DeviceRef[]) => void): () => void {
  const handOver = () => {
    devices.list().then(
      ({ inputs }) => inputs && tell([...inputs]),
      () => undefined,
    );
  };
  devices.watch(handOver);
  handOver();
  return handOver;
}
