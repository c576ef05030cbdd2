import type { Reading } from './grammar';
import { tokensOf, wordOf } from './tokens';

const REACH = 2000;
const LONGEST = 80;

/** True where `at` begins a line of a list of numbers, one a line, whose heading names what they are the ids of. */
export function headedAsIds(plain: string, at: number, { classify, grammar: { bullet, member } }: Reading): boolean {
  const lead = plain.slice(plain.lastIndexOf('\n', at - 1) + 1, at);
  if (lead.length === at || !bullet.test(lead)) return false;
  const above = plain.slice(Math.max(0, at - REACH), at).split('\n').slice(0, -1).filter(Boolean).reverse();
  const place = above.findIndex((line) => !member.test(line));
  const heading = above[place] ?? '';
  if (heading.length > LONGEST || /\d{4}/.test(heading)) return false;
  const several = place > 0 || member.test(plain.slice(at, at + REACH).split('\n')[1] ?? '');
  const classes = tokensOf(heading).map((token) => classify(wordOf(token)));
  return !classes.some((one) => /^(?:phone|call|role)$/.test(one)) && classes.some((one) => one === 'id' || (several && /^(?:thing|desk|matter)$/.test(one)));
}
