import type { AudioView } from '@/utils/contract/audio';
import type { SelfTestProbes } from '@/utils/contract/self-test-probes';
import { ringUrl } from '@/utils/platform/host/ring-url';
import { createSoundLoop } from '@/utils/platform/host/sound-element';
import type { createSoundPage } from '@/utils/platform/sound/sound-page';

/** How long the microphone is listened to. Milliseconds. */
const LISTEN = 3_000;
/** A browser that does not play a sound has said so by then. Milliseconds. */
const BLOCKED_BY = 300;

interface NotificationLevel {
  /** Chrome only. */
  getPermissionLevel?(): Promise<string>;
}

export interface ProbeParts {
  readonly document: Document;
  readonly page: Pick<ReturnType<typeof createSoundPage>, 'openMeter'>;
  /** What was chosen, and what of it is there. */
  readonly audio: () => AudioView;
  readonly notifications: NotificationLevel;
  readonly wait: (ms: number) => Promise<void>;
}

/** The self-test's looks at what an options page can see of its browser and machine, with the devices a call would use. */
export function selfTestProbes({ document, page, audio, notifications, wait }: ProbeParts): SelfTestProbes {
  const used = (role: 'microphone' | 'ring') => {
    const { choice, missing } = audio();
    return missing.some((one) => one.role === role) ? null : (choice[role]?.id ?? null);
  };
  return {
    async microphone() {
      const { echoCancellation, noiseSuppression, autoGainControl } = audio().choice;
      let loudest = 0;
      const settings = { deviceId: used('microphone'), echoCancellation, noiseSuppression, autoGainControl };
      const meter = await page.openMeter(settings, (rms) => {
        loudest = Math.max(loudest, rms);
      });
      if ('fault' in meter) return meter.fault;
      await wait(LISTEN);
      meter.stop();
      return 20 * Math.log10(loudest);
    },
    notifications: async () => (await notifications.getPermissionLevel?.()) !== 'denied',
    ring() {
      const { ringTone, ringVolume } = audio().choice;
      let [blocked, stopped] = [false, false];
      const ring = createSoundLoop({
        document,
        role: 'ring-sample',
        url: ringUrl(ringTone),
        onBlocked: () => {
          blocked = true;
        },
      });
      ring.setVolume(ringVolume);
      const play = async () => {
        await ring.sendTo(used('ring'));
        if (!stopped) ring.start();
        await wait(BLOCKED_BY);
        return !blocked;
      };
      return {
        playing: play(),
        stop() {
          stopped = true;
          ring.remove();
        },
      };
    },
  };
}
