import type { ParsedNumber } from './parse-digits';

/** How the digits of a number are set in groups. */
export type Grouping =
  | 'canonical' // as the plan writes it
  | 'partial' // fewer breaks than that
  | 'bare' // no breaks
  | 'plausible' // otherwise, as people do
  | 'odd'; // as they hardly ever do

/**
 * Compares a number's groups with those of its plan. `groups`: digits as written, in order, with prefix or country code.
 * Breaks are counted from the end, where prefix and country code make no difference.
 */
export function groupingOf(parsed: ParsedNumber, groups: readonly string[]): Grouping {
  const { nsn } = parsed;
  const breaks: number[] = [];
  let after = 0;
  for (let at = groups.length - 1; at > 0; at -= 1) {
    after += (groups[at] ?? '').length;
    if (after < nsn.length) breaks.push(after);
  }
  if (breaks.length === 0) return groups.length === 1 || after >= nsn.length ? 'bare' : 'partial';
  const { format } = parsed;
  const wanted = format === null ? [] : [breaksOf(parsed, format.national), breaksOf(parsed, format.international)];
  if (wanted.some((one) => same(one, breaks))) return 'canonical';
  if (wanted.some((one) => breaks.every((place) => one.includes(place)))) return 'partial';
  if (parsed.plan.formats.some((format) => format !== parsed.format && same(breaksOf({ ...parsed, format }, format.national), breaks))) return 'partial';
  // "3.40.22.81559" is a version.
  if (parsed.form === 'unprefixed' && groups.length > 2 && groups[0]?.length === 1 && nsn.length > 7) return 'odd';
  if (wanted.some((one) => one.length > 0 && one.every((place) => breaks.includes(place)))) return 'plausible';
  if (parsed.format === null && breaks.length < 4) return 'plausible';
  const [first = 0, ...rest] = sizesOf(breaks, nsn.length);
  if (rest.some((size) => size === 1) || rest.some((size) => size > 8) || first > 6) return 'odd';
  return rest.length > 4 ? 'odd' : 'plausible';
}

const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((one, at) => one === b[at]);

function sizesOf(breaks: readonly number[], length: number): number[] {
  const ends = [length, ...[...breaks].reverse(), 0];
  return ends.slice(0, -1).map((end, at) => end - (ends[at + 1] ?? 0));
}

/** Breaks of a format such as `$1-$2 $3 $4` for a number, from the end; the same for all numbers of a length. */
function breaksOf({ nsn, format }: ParsedNumber, pattern: string): readonly number[] {
  if (!format) return [];
  const key = pattern === format.national ? nsn.length : -nsn.length;
  let breaks = format.breaks.get(key);
  if (!breaks) {
    const written = nsn.replace(format.whole, pattern).split(/\D+/).filter((part) => part !== '');
    let after = 0;
    breaks = written
      .slice(1)
      .reverse()
      .map((part) => (after += part.length));
    format.breaks.set(key, breaks);
  }
  return breaks;
}
