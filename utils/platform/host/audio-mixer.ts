import type { Clock } from '@/utils/contract/clock';
import type { Mix, MixerPort } from '@/utils/phone/ports';

/** A context that does not run by then is not allowed to. Milliseconds. */
const START = 1_000;

export interface AudioMixerOptions {
  /** Of a document whose sound runs: a background page's stays suspended in Firefox. Null where there is none now. */
  readonly createContext: () => AudioContext | null;
  readonly clock: Pick<Clock, 'after'>;
}

/** Web Audio as the phone's mixer. The other sides are heard through their own audio elements, as in any call. */
export function createAudioMixer({ createContext, clock }: AudioMixerOptions): MixerPort {
  return {
    async open() {
      const context = createContext();
      if (context === null) throw new Error('no document to mix sound in');
      try {
        await running(context, clock);
      } catch (error) {
        void context.close();
        throw error;
      }
      return { add: () => mixIn(context), close: () => void context.close() };
    },
  };
}

function mixIn(context: AudioContext): Mix {
  const output = context.createMediaStreamDestination();
  const [track] = output.stream.getAudioTracks();
  if (!track) throw new Error('a mix without a track');
  let sources: MediaStreamAudioSourceNode[] = [];
  return {
    track,
    set(inputs) {
      for (const source of sources) source.disconnect();
      sources = inputs.filter((stream) => stream.getAudioTracks().length > 0).map((stream) => context.createMediaStreamSource(stream));
      for (const source of sources) source.connect(output);
    },
  };
}

/** A context that may not run never says so: its `resume` just stays open. */
function running(context: AudioContext, clock: Pick<Clock, 'after'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(START, () => reject(new Error('the browser does not let sound be mixed')));
    context.resume().then(
      () => {
        cancel();
        resolve();
      },
      (error: unknown) => {
        cancel();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
