import { signal, type ReadonlySignal } from '@preact/signals';
import { MicrophoneError } from '@/utils/phone/ports';
import { stateAfter, type AskedState } from './ask-microphone';
import type { Lender, LendingDesk } from './firefox-microphone';
import { openMicrophone } from './open-microphone';

export interface LendOptions {
  readonly desk: LendingDesk;
  readonly devices: Pick<MediaDevices, 'getUserMedia'>;
  readonly permissions: Pick<Permissions, 'query'>;
  readonly tell: (state: AskedState) => void;
  /** In the sidebar. */
  readonly beside?: boolean;
}

export interface Lending {
  readonly asking: ReadonlySignal<boolean>;
  readonly lending: ReadonlySignal<boolean>;
  /** Opens the microphone and lends it; again when the device went away or the person tries once more. */
  ask(): Promise<void>;
  close(): void;
}

/** The call window's whole purpose: Firefox gives the microphone to a page one sees, never to a background page. */
export function createLending({ desk, devices, permissions, tell, beside = false }: LendOptions): Lending {
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
      desk.lend(stream, lender);
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
    desk.closing(lender);
    desk.attach(lender);
    void ask();
  };
  const giveBack = () => {
    lending.value = false;
    for (const track of open?.getTracks() ?? []) track.stop();
    open = null;
  };
  const lender: Lender = { ask: () => void ask(), giveBack, createContext: () => new AudioContext(), beside };
  desk.attach(lender);
  return {
    asking,
    lending,
    ask,
    close() {
      giveBack();
      desk.closing(lender);
    },
  };
}
