import type { ReadonlySignal } from '@preact/signals';
import { browser } from '#imports';
import type { CallSamples } from '@/utils/contract/call-quality';
import type { PhoneState } from '@/utils/contract/phone-state';
import { followQuality } from './connect-quality';
import { createMessenger, type Messenger } from './messenger';
import { followState, type StateConnection } from './connect-state';
import { takeEarlyPort } from './early-port';
import { createSendCommand, type SendCommand } from './send-command';
import { QUALITY_PORT } from './serve-quality';
import { STATE_PORT } from './state-port';

/** The phone, to a surface: what it shows and the way to ask. Fits the models' PhoneAdapter. */
export interface PhoneConnection extends StateConnection {
  /** Seconds of the calls; not for the panel, whose frame stands in a page. */
  readonly quality: ReadonlySignal<CallSamples>;
  readonly send: SendCommand;
  /** Firefox: the window that lends the microphone. */
  openCallWindow(): Promise<void>;
  openAddContact(number: string): Promise<void>;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** For every page of the extension but the panel. */
export function connectPhone(messenger: Messenger = createMessenger(), first?: PhoneState): PhoneConnection {
  const following = followState({
    connect: () => takeEarlyPort(globalThis) ?? browser.runtime.connect({ name: STATE_PORT }),
    ensureHost: () => messenger.send('shell.ensureHost', {}),
    wait,
    ...(first && { first }),
  });
  return {
    ...following,
    quality: followQuality(() => browser.runtime.connect({ name: QUALITY_PORT })),
    send: createSendCommand({ messenger, now: () => Date.now(), wait }),
    async openAddContact(number) {
      await messenger.send('contacts.openAdd', { number: number.slice(0, 40) });
    },
    async openCallWindow() {
      await messenger.send('shell.openCallWindow', {});
    },
  };
}
