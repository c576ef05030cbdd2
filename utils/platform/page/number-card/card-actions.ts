import type { FoundKind } from '@/utils/domain/phone-number/found-number';
import type { Asker } from '@/utils/messaging/page-messenger';
import type { SendCommand } from '@/utils/messaging/send-command';
import { openMessage } from '../numbers/open-message';
import { copyText } from './copy-text';

/** A number as the phone's region writes it. */
export interface Description {
  readonly formatted: string;
  /** Null for a short number, and for what is none. */
  readonly e164: string | null;
  readonly country: string | null;
  readonly kind: FoundKind | null;
}

/** What the card's buttons do; each answers whether it was done. */
export interface CardActions {
  describe(dial: string): Promise<Description | null>;
  call(dial: string): Promise<boolean>;
  sms(number: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  addContact(number: string): Promise<boolean>;
  notANumber(text: string, undo: boolean): Promise<boolean>;
  siteOff(undo: boolean): Promise<boolean>;
}

export interface CardActionOptions {
  readonly document: Document;
  readonly messenger: Asker;
  readonly send: SendCommand;
}

export function createCardActions({ document, messenger, send }: CardActionOptions): CardActions {
  const done = (answer: Promise<{ ok: boolean }>) => answer.then(({ ok }) => ok).catch(() => false);
  return {
    async describe(dial) {
      const answer = await messenger.send('numbers.describe', { number: dial.slice(0, 200) }).catch(() => null);
      return answer?.ok === true ? answer : null;
    },
    async call(dial) {
      // What hinders a call is told by the shell: a page has nowhere to show it.
      void send('phone.dial', { target: dial.slice(0, 200), source: 'page' });
      return true;
    },
    async sms(number) {
      openMessage(document, number);
      return true;
    },
    copy: (text) => copyText(document, text),
    addContact: (number) => done(messenger.send('contacts.openAdd', { number: number.slice(0, 40) })),
    notANumber: (text, undo) => done(messenger.send('numbers.notANumber', { text, undo })),
    siteOff: (undo) => done(messenger.send('numbers.siteOff', { undo })),
  };
}
