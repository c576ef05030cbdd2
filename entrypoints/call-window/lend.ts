import { browser } from '#imports';
import type { PhoneConnection } from '@/utils/messaging/connect-phone';
import { findDesk } from '@/utils/platform/microphone/call-window-desk';
import { createLending, type Lending } from '@/utils/platform/microphone/lend-microphone';

/** In Firefox: stands ready to lend the microphone to the background page. Null where there is nobody to lend to: in Chrome, in a private window. */
export async function lendMicrophone(phone: PhoneConnection, beside: boolean): Promise<Lending | null> {
  if (!import.meta.env.FIREFOX) return null;
  const desk = findDesk((await browser.runtime.getBackgroundPage()) ?? null);
  if (desk === null) return null;
  const { mediaDevices: devices, permissions } = navigator;
  const lending = createLending({ desk, devices, permissions, tell: (state) => void phone.send('microphone.changed', { state }), beside });
  window.addEventListener('pagehide', () => lending.close(), { once: true });
  return lending;
}
