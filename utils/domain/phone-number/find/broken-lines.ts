import { saysPhone } from './phone-word-before';
import type { Parse } from './segments';

/** Digits and signs at the end of a line, and at the beginning of the next. */
const BROKEN = /(?<![\w.,:/+(-])(\+?\(?\d[\d ()./-]{0,16}?)( ?\n ?)(\(?\d[\d ()./-]{0,16}\d)(?![\w:%]|[.,]\d)/g;
/** Digits of a national number; plans without a fixed length have shorter ones, which any digits make. */
const LEAST = 7;

/**
 * `plain` with those of its line breaks taken for spaces that part the digits of one number, as in a narrow column: both
 * lines together are a number with its prefix, and neither alone is one. Offsets stay. A line of nothing but digits goes on
 * in the next only where its last sign says so, since lists have a number a line.
 */
export function joinBrokenLines(plain: string, parse: Parse, isPhone: (word: string) => boolean): string {
  if (!plain.includes('\n')) return plain;
  return plain.replace(BROKEN, (all: string, head: string, gap: string, tail: string, at: number) => {
    const before = plain.slice(plain.lastIndexOf('\n', at - 1) + 1, at);
    if (before.trim() === '' && !/[-/)]$/.test(head)) return all;
    const plus = head.startsWith('+');
    const [first, second] = [head, tail].map((one) => one.replace(/\D/g, '')) as [string, string];
    const read = (digits: string, international: boolean) => {
      const parsed = parse(digits, international);
      return parsed !== null && parsed.nsn.length >= LEAST ? parsed : null;
    };
    if (read(first, plus) !== null || read(second, false) !== null) return all;
    const form = read(first + second, plus)?.form;
    const opened = form === 'national' || form === 'international' || form === 'idd' || (form === 'unprefixed' && (head.startsWith('(') || saysPhone(before, isPhone)));
    return opened ? `${head}${' '.repeat(gap.length)}${tail}` : all;
  });
}
