import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { normaliseDialled } from './dialling';
import { formatForPerson } from './format';
import type { FoundKind } from './found-number';

/** What a person is told of a number before calling it. */
export interface NumberDescription {
  /** As a person of the region writes it; what is no number comes back as it is. */
  readonly formatted: string;
  readonly e164: string | null;
  /** ISO 3166 region; null for a short number and where the country code says none. */
  readonly country: string | null;
  /** Null where the metadata at hand does not tell. */
  readonly kind: FoundKind | null;
}

const KINDS: Readonly<Record<string, FoundKind>> = Object.freeze({
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  TOLL_FREE: 'toll-free',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'shared-cost',
  VOIP: 'voip',
});

/** Describes what `phone.dial` would call for a user of `region`: a number in any format or a URI. Never throws. */
export function describeNumber(input: string, region: string): NumberDescription {
  const dialled = normaliseDialled(input, region);
  if (dialled.kind === 'invalid') return { formatted: input.replace(/^[a-z]+:/i, ''), e164: null, country: null, kind: null };
  if (dialled.kind === 'short') return { formatted: dialled.digits, e164: null, country: null, kind: 'short' };
  const parsed = parsePhoneNumberFromString(dialled.e164);
  return {
    formatted: formatForPerson(dialled.e164, region),
    e164: dialled.e164,
    country: parsed?.country ?? null,
    kind: KINDS[parsed?.getType() ?? ''] ?? null,
  };
}
