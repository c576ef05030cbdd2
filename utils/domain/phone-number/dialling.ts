import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/** What a dialled string means for a user of `region`. */
export type Dialled =
  /** PSTN number, E.164 with plus. */
  | { readonly kind: 'number'; readonly e164: string }
  /** Short number of the region or the company: extension, 112, service code. Digits, `*` and `#` only. */
  | { readonly kind: 'short'; readonly digits: string }
  | { readonly kind: 'invalid' };

const SEPARATORS = /[\s\u00a0\u2007\u2009\u202f().\-/‐-―]/g;

/**
 * Normalises what a person, a link or a device dialled, by the region's national and international prefixes
 * (`070-174 06 07`, `0046701740607`, `+46 (0)70 174 06 07` in SE all mean `+46701740607`).
 * Source: ITU-T E.164; prefixes from libphonenumber's metadata. Never throws.
 */
export function normaliseDialled(input: string, region: string): Dialled {
  const text = input
    .trim()
    .replace(/^(tel|callto|sips?):/i, '')
    .replace(/[;?].*$/, '')
    .replace(/@.*$/, '');
  const plain = text.replace(/\(0\)/g, '').replace(SEPARATORS, '');
  if (!/^\+?[\d*#]+$/.test(plain)) return { kind: 'invalid' };
  if (/[*#]/.test(plain) || (plain.length <= 6 && !plain.startsWith('+') && !plain.startsWith('00')))
    return plain.startsWith('+') ? { kind: 'invalid' } : { kind: 'short', digits: plain };
  const parsed = parsePhoneNumberFromString(plain, region as CountryCode);
  if (parsed?.isPossible()) return { kind: 'number', e164: parsed.number };
  return { kind: 'invalid' };
}
