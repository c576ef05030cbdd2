import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { parseNumberUri, plainText } from './number-uri';

/** What a dialled string means for a user of `region`. */
export type Dialled =
  /** PSTN number, E.164 with plus. `extension`: digits to send as tones once answered (RFC 3966 `;ext=`). */
  | { readonly kind: 'number'; readonly e164: string; readonly extension?: string }
  /** Short number of the region or the company: extension, 112, service code. Digits, `*` and `#` only. */
  | { readonly kind: 'short'; readonly digits: string }
  | { readonly kind: 'invalid' };

const INVALID: Dialled = Object.freeze({ kind: 'invalid' });

/** Longest string dialled as it is: emergency numbers, 116 117, 118 118, company extensions. */
const SHORT_LENGTH = 6;

const SEPARATORS = /[\s().\-/\u2010-\u2015\u2212\u00b7]/g;
const EXTENSION = /(?:;ext=|\s*(?:\bext\.?|\banknytning|\bankn?\.?|[x,;]))\s*(\d{1,8})$/i;

/** The number part of what was dialled, without scheme, host and parameters, and what is to be sent as tones after it. */
function parts(input: string): { number: string; extension: string | undefined } {
  const text = plainText(input);
  const uri = parseNumberUri(text);
  const number = uri?.number ?? text.replace(/@.*$/, '');
  const tail = EXTENSION.exec(number);
  return tail ? { number: number.slice(0, tail.index), extension: tail[1] } : { number, extension: uri?.extension };
}

/**
 * Normalises what a person, a link or a device dialled, by the region's national and international prefixes
 * (`070-174 06 07`, `0046701740607`, `+46 (0)70 174 06 07` in SE all mean `+46701740607`).
 * Up to six digits, and anything with `*` or `#`, is a short number and kept as typed.
 * Source: ITU-T E.164, RFC 3966; prefixes and lengths from libphonenumber's metadata. Never throws.
 */
export function normaliseDialled(input: string, region: string): Dialled {
  const { number, extension } = parts(input);
  // The (0) of "+46 (0)70" is the national prefix that must not follow a country code; without one it must stay.
  const international = /^\s*(\+|00|011)/.test(number);
  const plain = number.replace(/\(0\)/g, international ? '' : '0').replace(SEPARATORS, '');
  if (!/^\+?[\d*#]+$/.test(plain)) return INVALID;
  if (/[*#]/.test(plain)) return plain.startsWith('+') || extension !== undefined ? INVALID : { kind: 'short', digits: plain };
  if (plain.length <= SHORT_LENGTH && !plain.startsWith('+') && !plain.startsWith('00'))
    return extension === undefined ? { kind: 'short', digits: plain } : INVALID;
  const parsed = parsePhoneNumberFromString(plain, region as CountryCode);
  // E.164 allows 15 digits; a few countries' metadata allows more for numbers that never leave them.
  if (!parsed?.isPossible() || parsed.number.length > 16) return INVALID;
  return { kind: 'number', e164: parsed.number, ...(extension !== undefined && { extension }) };
}
