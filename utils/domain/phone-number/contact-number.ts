import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { normaliseDialled } from './dialling';

/** What a contact keeps of a number somebody typed in `region`; null when it is none. */
export function contactNumber(input: string, region: string): { kind: 'fixed' | 'mobile' | 'other'; number: string } | null {
  const dialled = normaliseDialled(input, region);
  if (dialled.kind === 'invalid') return null;
  if (dialled.kind === 'short') return { kind: 'other', number: dialled.digits };
  return { kind: kindOf(dialled.e164), number: dialled.e164 };
}

/** As far as the small metadata tells: where a plan does not tell them apart, other. */
function kindOf(e164: string): 'fixed' | 'mobile' | 'other' {
  const type = parsePhoneNumberFromString(e164)?.getType();
  if (type === 'MOBILE') return 'mobile';
  return type === 'FIXED_LINE' ? 'fixed' : 'other';
}
