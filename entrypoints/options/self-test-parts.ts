import { browser } from '#imports';
import type { PhoneConnection } from '@/utils/messaging/connect-phone';
import { createSelfTestModel, type SelfTestModel } from '@/utils/models/self-test-model';
import { systemClock, wait } from '@/utils/platform/host/clock';
import { selfTestProbes, type ProbeParts } from '@/utils/platform/self-test/probes';
import { createSoundPage } from '@/utils/platform/sound/sound-page';

/** What the self-test needs of this browser. */
export function selfTestParts({ state, send, quality }: PhoneConnection): SelfTestModel {
  const page = createSoundPage({ document, devices: navigator.mediaDevices, choosesOutputs: !import.meta.env.FIREFOX });
  const notifications = browser.notifications as ProbeParts['notifications'];
  return createSelfTestModel({ state, send, quality, clock: systemClock, probes: selfTestProbes({ document, page, audio: () => state.value.audio, notifications, wait }) });
}
