import { browser } from '#imports';
import type { PhoneState } from '@/utils/contract/phone-state';
import { createMessenger, type Messenger } from './messenger';
import { followState, type StateConnection } from './connect-state';
import { takeEarlyPort } from './early-port';
import { createSendCommand, type SendCommand } from './send-command';
import { STATE_PORT } from './state-port';

/** The phone, to a surface: what it shows and the way to ask. Fits the models' PhoneAdapter. */
export interface PhoneConnection extends StateConnection {
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
    send: createSendCommand({ messenger, now: () => Date.now(), wait }),
    async openAddContact(number) {
      await messenger.send('contacts.openAdd', { number: number.slice(0, 40) });
    },
    async openCallWindow() {
      await messenger.send('shell.openCallWindow', {});
    },
  };
}
