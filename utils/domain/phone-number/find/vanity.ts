import type { Explained } from '../found-number';
import type { Reading } from './grammar';
import type { ParsedNumber } from './parse-digits';
import { signBefore } from './words-beside';

/** ITU-T E.161, the letters of the keys 2 to 9. */
const KEYS = '22233344455566677778889999';
const FREE: readonly string[] = ['toll-free', 'shared-cost', 'premium', 'other'];

type Parse = (digits: string, plus: boolean) => ParsedNumber | null;

/** Numbers spelled with letters, only where a word directly before says that they are called. */
export function vanityNumbers(plain: string, parse: Parse, reading: Reading): Explained[] {
  return [...plain.matchAll(reading.grammar.vanity)].flatMap((match): Explained[] => {
    const [written, digits = '', word = ''] = match;
    const start = match.index;
    if (signBefore(plain, start, written, reading) !== 'phone') return [];
    const keys = [...word.replaceAll('-', '')].map((letter) => KEYS[letter.charCodeAt(0) - 65] ?? '').join('');
    const parsed = longest(digits.replace(/\D/g, ''), keys, digits.startsWith('+'), parse);
    if (!parsed || !FREE.includes(parsed.kind)) return [];
    const e164 = `+${parsed.plan.callingCode}${parsed.nsn}`;
    const end = start + written.length;
    return [{ start, end, verdict: { kept: true, reason: 'phone-word', found: { start, end, e164, dial: e164, kind: parsed.kind, confidence: 'normal' } } }];
  });
}

/** A word may be longer than its number: its last letters are dialled in vain. */
function longest(lead: string, keys: string, plus: boolean, parse: Parse): ParsedNumber | null {
  for (let length = keys.length; length >= 4; length -= 1) {
    const parsed = parse(lead + keys.slice(0, length), plus);
    if (parsed) return parsed;
  }
  return null;
}
