import type { HeadsetLayout } from '@/utils/domain/headset/headset-layout';
import { readReport, writeLights, type ControlValues, type HeadsetInput, type HeadsetLights } from '@/utils/domain/headset/headset-report';
import type { HidDevice, HidInputReportEvent } from './web-hid';

export interface OpenHeadset {
  readonly layout: HeadsetLayout;
  show(lights: HeadsetLights): void;
  /** Hears nothing any more; settles when it is closed. */
  close(): Promise<void>;
}

interface OpenOptions {
  readonly onInput: (input: HeadsetInput) => void;
  /** A report was not taken. */
  readonly onFault: (error: unknown) => void;
}

/** Opens a device and hears it. Rejects as `HIDDevice.open` does. */
export async function openHeadset(device: HidDevice, layout: HeadsetLayout, { onInput, onFault }: OpenOptions): Promise<OpenHeadset> {
  let values: ControlValues = [];
  const listener = (event: Event) => {
    const { reportId, data } = event as HidInputReportEvent;
    const read = readReport(layout, values, reportId, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    values = read.values;
    for (const input of read.inputs) onInput(input);
  };
  // Before it opens: a report may follow at once.
  device.addEventListener('inputreport', listener);
  try {
    if (!device.opened) await device.open();
  } catch (error) {
    device.removeEventListener('inputreport', listener);
    throw error;
  }

  /** Only the newest counts of what waits. */
  let waiting: HeadsetLights | null = null;
  let sending: Promise<void> | null = null;
  const send = async () => {
    for (let next = waiting; next; next = waiting) {
      waiting = null;
      for (const { reportId, data } of writeLights(layout, next)) await device.sendReport(reportId, data).catch(onFault);
    }
    sending = null;
  };
  return {
    layout,
    show(lights) {
      waiting = lights;
      sending ??= send();
    },
    async close() {
      device.removeEventListener('inputreport', listener);
      await sending;
      await device.close().catch(onFault);
    },
  };
}
