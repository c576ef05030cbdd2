import type { CommandError, ResultOf } from '@/utils/contract/commands';
import type { ReadNumber } from '@/utils/domain/phone-number/read-number';
import { meaningOf } from './number-menu';

/** What the browser tells of a click in its menu. */
export interface MenuClick {
  readonly menuItemId: string | number;
  readonly selectionText?: string | undefined;
  readonly linkUrl?: string | undefined;
}

export interface MenuPressParts {
  readonly readNumber: (text: string) => Promise<ReadNumber | null>;
  readonly dial: (target: string) => Promise<ResultOf<'phone.dial'>>;
  /** Hands the number to the system's program for messages. */
  readonly message: (number: string) => Promise<unknown>;
  readonly addContact: (number: string) => Promise<unknown>;
  readonly notice: (error: CommandError) => Promise<void>;
}

/** Acts on what was clicked, read anew: the title may be of something that was there a moment before. */
export async function pressMenuItem(click: MenuClick, parts: MenuPressParts): Promise<void> {
  const meaning = meaningOf(click.menuItemId);
  if (meaning === null) return;
  const text = meaning.place === 'link' ? click.linkUrl : click.selectionText;
  const number = text === undefined ? null : await parts.readNumber(text);
  if (number === null) return parts.notice('not-a-number');
  switch (meaning.action) {
    case 'call': {
      const result = await parts.dial(number.dial);
      if (!result.ok) await parts.notice(result.error);
      return;
    }
    case 'sms':
      await parts.message(number.dial.replace(/;.*$/, ''));
      return;
    case 'add':
      await parts.addContact(number.dial.replace(/;.*$/, ''));
  }
}
