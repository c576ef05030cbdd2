import type { DigitGroup } from './candidate-run';

const OPENING = /(?:\(? ?\+{1,2} ?\(?|\( ?)[\u0001]?$/;

/** From the sign that opens a number to its last digit; a parenthesis around the whole number is not part of it. */
export function spanOf({ groups }: { readonly groups: readonly DigitGroup[] }, plain: string): readonly [number, number] {
  const first = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? first;
  const lead = OPENING.exec(plain.slice(Math.max(0, first - 6), first));
  let start = first - (lead?.[0].length ?? 0);
  if (plain[start] === '(' && !plain.slice(start, end).includes(')')) start += 1;
  while (plain[start] === ' ') start += 1;
  return [start, end];
}
