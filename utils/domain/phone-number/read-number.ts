import { dialTarget } from './dial-target';
import { formatForPerson } from './format';
import type { NumberFinder } from './number-finder';

/** A number as it is dialled, and as the user's country writes it. */
export interface ReadNumber {
  readonly dial: string;
  readonly shown: string;
}

export interface ReadOptions {
  readonly region: string;
  /** SIP accounts call addresses too. */
  readonly addresses: boolean;
  /** Finds numbers inside other text; takes bare digits. */
  readonly find: NumberFinder['find'];
}

/** Text says `Tel: 070…` as well; what is no address is looked through like any text. */
const URI = /^(tel|callto|sips?|sms):\S/i;
/** Fewer digits are rather a count than an extension. */
const SHORT = /^[*#\d]{3,6}$/;

/**
 * The one number meant by a link, or by a text that somebody selected: all of it, or the first in it
 * (`Tel: 070-123 45 67 (vx)`). Null when there is none.
 */
export function readNumber(text: string, { region, addresses, find }: ReadOptions): ReadNumber | null {
  const written = text.trim();
  const target = URI.test(written) || SHORT.test(written) ? dialTarget(written, { region, addresses }) : null;
  if (target?.kind === 'address') return { dial: `${target.user}@${target.host}`, shown: `${target.user}@${target.host}` };
  if (target?.kind === 'short') return { dial: target.digits, shown: target.digits };
  if (target?.kind === 'number') return { dial: `${target.e164}${extensionOf(target.extension)}`, shown: formatForPerson(target.e164, region) };
  const found = find(written)[0];
  if (found === undefined) return null;
  return { dial: `${found.dial}${extensionOf(found.extension)}`, shown: formatForPerson(found.dial, region) };
}

/** As RFC 3966 writes it, which dialling understands. */
const extensionOf = (extension: string | undefined) => (extension === undefined ? '' : `;ext=${extension}`);
