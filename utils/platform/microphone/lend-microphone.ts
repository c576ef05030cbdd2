import { signal, type ReadonlySignal } from '@preact/signals';
import type { MicrophoneFault } from '@/utils/contract/audio';
import { MicrophoneError } from '@/utils/phone/ports';
import { stateAfter, type AskedState } from './ask-microphone';
import type { Lender, LendingDesk } from './firefox-microphone';
import { openMicrophone, sameSettings, type OpenedMicrophone } from './open-microphone';

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
  let open: OpenedMicrophone | null = null;
  let changing: Promise<MicrophoneFault | null> = Promise.resolve(null);

  const openAndLend = async () => {
    const opened = await openMicrophone(devices, desk.wanted());
    const before = open;
    open = opened;
    for (const track of opened.stream.getAudioTracks()) track.addEventListener('ended', () => unplugged(opened), { once: true });
    desk.lend(opened.stream, lender);
    lending.value = true;
    stop(before);
  };
  const ask = async () => {
    if (asking.value) return;
    asking.value = true;
    try {
      await openAndLend();
      tell('granted');
    } catch (error) {
      desk.refused(faultOf(error));
      tell(await stateAfter(error, permissions));
    } finally {
      asking.value = false;
    }
  };
  const changeNow = async () => {
    if (open === null || sameSettings(open.settings, desk.wanted())) return null;
    try {
      await openAndLend();
      return null;
    } catch (error) {
      return faultOf(error);
    }
  };
  /** One at a time: the last one that was wanted is the last one that is opened. */
  const change = () => (changing = changing.then(changeNow));
  const unplugged = (gone: OpenedMicrophone) => {
    stop(gone);
    if (open !== gone) return;
    open = null;
    lending.value = false;
    desk.closing(lender);
    desk.attach(lender);
    void ask();
  };
  const giveBack = () => {
    lending.value = false;
    stop(open);
    open = null;
  };
  const lender: Lender = { ask: () => void ask(), change, giveBack, createContext: () => new AudioContext(), beside };
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

function stop(opened: OpenedMicrophone | null): void {
  for (const track of opened?.stream.getTracks() ?? []) track.stop();
}

const faultOf = (error: unknown): MicrophoneFault => (error instanceof MicrophoneError ? error.reason : 'busy');
