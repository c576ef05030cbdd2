import { browser } from '#imports';
import type { PhoneConnection } from '@/utils/messaging/connect-phone';
import { createDeviceList } from '@/utils/platform/host/device-list';
import type { AskedState } from '@/utils/platform/microphone/ask-microphone';
import { findDesk } from '@/utils/platform/microphone/call-window-desk';
import { createLending, type Lending } from '@/utils/platform/microphone/lend-microphone';
import { handOverMicrophones } from '@/utils/platform/sound/hand-over-microphones';

/** In Firefox: stands ready to lend the microphone to the background page. Null where there is nobody to lend to: in Chrome, in a private window. */
export async function lendMicrophone(phone: PhoneConnection, beside: boolean): Promise<Lending | null> {
  if (!import.meta.env.FIREFOX) return null;
  const desk = findDesk((await browser.runtime.getBackgroundPage()) ?? null);
  if (desk === null) return null;
  const { mediaDevices: devices, permissions } = navigator;
  const handOver = handOverMicrophones(createDeviceList(devices), (microphones) => void phone.send('audio.microphones', { microphones }));
  const tell = (state: AskedState) => {
    void phone.send('microphone.changed', { state });
    // Opened once, they have names.
    if (state === 'granted') handOver();
  };
  const lending = createLending({ desk, devices, permissions, tell, beside });
  window.addEventListener('pagehide', () => lending.close(), { once: true });
  return lending;
}
