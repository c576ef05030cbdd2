import type { PhoneConnection } from '@/utils/messaging/connect-phone';
import { createSoundModel, type SoundModel } from '@/utils/models/sound-model';
import { createHeadsetPage } from '@/utils/platform/headset/ask-headset';
import { hidOf } from '@/utils/platform/headset/web-hid';
import { handOverMicrophones } from '@/utils/platform/sound/hand-over-microphones';
import { createSoundPage } from '@/utils/platform/sound/sound-page';

/** What the section on sound needs of this browser. */
export function soundParts(phone: PhoneConnection): SoundModel {
  const page = createSoundPage({ document, devices: navigator.mediaDevices, choosesOutputs: !import.meta.env.FIREFOX });
  // Chrome's phone host lists them itself.
  if (import.meta.env.FIREFOX) handOverMicrophones(page, (microphones) => void phone.send('audio.microphones', { microphones }));
  return createSoundModel(phone, page, createHeadsetPage(hidOf(navigator)));
}
