import { signal, type ReadonlySignal } from '@preact/signals';
import { MicrophoneError } from '@/utils/phone/ports';
import { stateAfter, type AskedState } from './ask-microphone';
import type { LendingDesk } from './firefox-microphone';
import { openMicrophone } from './open-microphone';

export interface LendOptions {
  readonly desk: LendingDesk;
  readonly devices: Pick<MediaDevices, 'getUserMedia'>;
  readonly permissions: Pick<Permissions, 'query'>;
  readonly tell: (state: AskedState) => void;
}

export interface Lending {
  readonly asking: ReadonlySignal<boolean>;
  readonly lending: ReadonlySignal<boolean>;
  /** Opens the microphone and lends it; again when the device went away or the person tries once more. */
  ask(): Promise<void>;
  close(): void;
}

/** The call window's whole purpose: Firefox gives the microphone to a window, never to a background page. */
export function createLending({ desk, devices, permissions, tell }: LendOptions): Lending {
  const asking = signal(false);
  const lending = signal(false);
  let open: MediaStream | null = null;

  const ask = async () => {
    if (asking.value) return;
    asking.value = true;
    try {
      const stream = await openMicrophone(devices);
      open = stream;
      for (const track of stream.getAudioTracks()) track.addEventListener('ended', unplugged, { once: true });
      desk.lend(stream);
      lending.value = true;
      tell('granted');
    } catch (error) {
      desk.refused(error instanceof MicrophoneError ? error.reason : 'busy');
      tell(await stateAfter(error, permissions));
    } finally {
      asking.value = false;
    }
  };
  const unplugged = () => {
    lending.value = false;
    desk.closing();
    attach();
    void ask();
  };
  const attach = () => desk.attach({ ask: () => void ask(), createContext: () => new AudioContext() });
  attach();
  return {
    asking,
    lending,
    ask,
    close() {
      lending.value = false;
      for (const track of open?.getTracks() ?? []) track.stop();
      desk.closing();
    },
  };
}
