import type { SelfTestProbes } from '@/utils/contract/self-test-probes';

/** How long the microphone is listened to, and how often. Milliseconds. */
const LISTEN = 3_000;
const LOOK = 50;

interface NotificationLevel {
  /** Chrome only. */
  getPermissionLevel?(): Promise<string>;
}

export interface ProbeParts {
  readonly mediaDevices: Pick<MediaDevices, 'getUserMedia'>;
  readonly createContext: () => AudioContext;
  readonly notifications: NotificationLevel;
  readonly createAudio: (url: string) => HTMLAudioElement;
  readonly wait: (ms: number) => Promise<void>;
}

const REASONS: Readonly<Record<string, 'missing' | 'busy'>> = { NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy' };

/** The self-test's looks at what an options page can see of its browser and machine. */
export function selfTestProbes({ mediaDevices, createContext, notifications, createAudio, wait }: ProbeParts): SelfTestProbes {
  return {
    async microphone() {
      let stream: MediaStream;
      try {
        stream = await mediaDevices.getUserMedia({ audio: true });
      } catch (error) {
        return REASONS[error instanceof DOMException ? error.name : ''] ?? 'refused';
      }
      const context = createContext();
      try {
        return await loudest(context, stream, wait);
      } finally {
        for (const track of stream.getTracks()) track.stop();
        void context.close();
      }
    },
    notifications: async () => (await notifications.getPermissionLevel?.()) !== 'denied',
    ring() {
      const audio = createAudio('/sounds/ring.wav');
      audio.loop = true;
      return {
        playing: audio.play().then(
          () => true,
          () => false,
        ),
        stop: () => audio.pause(),
      };
    },
  };
}

async function loudest(context: AudioContext, stream: MediaStream, wait: (ms: number) => Promise<void>): Promise<number> {
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let most = 0;
  for (let at = 0; at < LISTEN; at += LOOK) {
    await wait(LOOK);
    analyser.getFloatTimeDomainData(samples);
    most = Math.max(most, Math.hypot(...samples) / Math.sqrt(samples.length));
  }
  return 20 * Math.log10(most);
}
