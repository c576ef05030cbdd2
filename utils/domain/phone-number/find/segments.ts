import type { CandidateRun, DigitGroup } from './candidate-run';
import { groupingOf } from './grouping';
import type { NumberPlan } from './number-plan';
import { parseZeroless, type ParsedNumber } from './parse-digits';

/** Consecutive groups of a run that are one number. */
export interface Segment {
  readonly groups: readonly DigitGroup[];
  readonly parsed: ParsedNumber;
  /** Groups before or after it in the run belong to no number. */
  readonly leftover: boolean;
}

export type Parse = (digits: string, plus: boolean) => ParsedNumber | null;

const MOST_GROUPS = 24;
/** No plan writes more. */
const MOST_WHOLE = 7;
const MOST_DIGITS = 20;
/** A number ends where there is a space or a slash; anything else ties digits together. */
export const isBreak = (separator: string) => /[ /]/.test(separator);

/** "031-390 06 10-19": the last of a switchboard's numbers, by its last digits. */
function endsRange(groups: readonly DigitGroup[], at: number): boolean {
  const [one, last] = [groups[at - 1], groups[at]];
  if (!one || !last || at !== groups.length - 1 || last.before !== '-' || last.digits.length > 4 || last.digits.length !== one.digits.length) return false;
  return last.digits > one.digits && last.digits.slice(0, -2) === one.digits.slice(0, -2);
}

/** "06542 / 06560": what begins as a number does, behind a slash, goes on none. */
const beginsAnew = (groups: readonly DigitGroup[], at: number) => groups[at]?.before.includes('/') === true && groups[at].digits.startsWith('0') && groups[at - 1]?.digits.length === groups[at].digits.length;

const WORTH = Object.freeze({ international: 6, idd: 4, national: 3, unprefixed: 2, zeroless: 0, 'country-code': 0.6 });
const LOOKS = Object.freeze({ canonical: 1.2, partial: 0.6, bare: 0.6, plausible: 0, odd: -0.8 });

interface Option {
  readonly worth: number;
  readonly end: number;
  readonly parsed: ParsedNumber | null;
}

/**
 * Divides a run into numbers so that most of it makes sense: "070-123 45 67 08-12 34 56" are two. Digits that
 * belong to none cost, so that a number is not cut out of something longer.
 */
export function segmentsOf(run: CandidateRun, parse: Parse): Segment[] {
  const groups = run.groups.slice(0, MOST_GROUPS);
  const count = groups.length;
  const whole = wholeRun(run, parse);
  if (whole) return [whole];
  const best: Option[] = new Array<Option>(count + 1).fill({ worth: 0, end: count, parsed: null });
  for (let from = count - 1; from >= 0; from -= 1) {
    let option: Option = { worth: (best[from + 1]?.worth ?? 0) - (endsRange(groups, from) ? 0.5 : 2.2), end: from + 1, parsed: null };
    const free = from === 0 || isBreak(groups[from]?.before ?? '');
    let digits = '';
    for (let to = from; free && to < count && digits.length <= MOST_DIGITS; to += 1) {
      if (to > from && beginsAnew(groups, to)) break;
      digits += groups[to]?.digits ?? '';
      if (digits.length > MOST_DIGITS) break;
      const next = groups[to + 1];
      if (next && !isBreak(next.before) && !endsRange(groups, to + 1)) continue;
      const parsed = parse(digits, run.plus && from === 0);
      // 00 within digits is part of them.
      if (!parsed || (parsed.form === 'idd' && from > 0 && !/ {2}|[-/]/.test(groups[from]?.before ?? ''))) continue;
      const looks = LOOKS[groupingOf(parsed, groups.slice(from, to + 1).map((one) => one.digits))];
      // Digits enough for one number make two short ones as well.
      const worth = WORTH[parsed.form] + looks - Math.max(0, 7 - parsed.nsn.length) - 0.3 * wideGaps(groups, from, to) + (best[to + 1]?.worth ?? 0);
      if (worth > option.worth) option = { worth, end: to + 1, parsed };
    }
    best[from] = option;
  }
  return collect(groups, best, count);
}

/** Most runs are one number, written as its plan writes it. */
export function wholeRun({ groups, plus }: CandidateRun, parse: Parse): Segment | null {
  if (groups.length > MOST_WHOLE || groups.some((_, at) => at > 0 && beginsAnew(groups, at))) return null;
  const digits = groups.map((one) => one.digits);
  const parsed = parse(digits.join(''), plus);
  return parsed && isWhole(parsed, digits) ? { groups, parsed, leftover: false } : null;
}

/** A run that is one number but for its national prefix. */
export function zerolessRun({ groups, plus }: CandidateRun, home: NumberPlan | null): Segment | null {
  if (home === null || plus || groups.length > MOST_WHOLE) return null;
  const parsed = parseZeroless(groups.map((one) => one.digits).join(''), home);
  return parsed && { groups, parsed, leftover: false };
}

/** All of a run is the number, as its plan writes it or without any grouping. */
export const isWhole = (parsed: ParsedNumber, groups: readonly string[]): boolean =>
  parsed.form !== 'country-code' && groups.length <= MOST_WHOLE && (groups.length === 1 || groupingOf(parsed, groups) === 'canonical');

/** Breaks inside a number that are wider than they need to be. */
function wideGaps(groups: readonly DigitGroup[], from: number, to: number): number {
  return groups.slice(from + 1, to + 1).filter(({ before }) => before.length > 2).length;
}

/** "06 10 07 25 08 40 12 15 17": two groups more of the same size after the last one are a list. */
function isCutOut(groups: readonly DigitGroup[], after: readonly { readonly parsed: ParsedNumber | null }[], end: number): boolean {
  const size = groups[end - 1]?.digits.length;
  return [0, 1].every((at) => after[at]?.parsed === null && groups[end + at]?.digits.length === size && groups[end + at]?.before === groups[end - 1]?.before);
}

function collect(groups: readonly DigitGroup[], best: readonly Option[], count: number): Segment[] {
  const found: Segment[] = [];
  const pieces: { from: number; end: number; parsed: ParsedNumber | null }[] = [];
  for (let at = 0; at < count; ) {
    const { end, parsed } = best[at] as Option;
    pieces.push({ from: at, end, parsed });
    at = end;
  }
  for (const [place, { from, end, parsed }] of pieces.entries()) {
    if (!parsed) continue;
    const before = pieces[place - 1];
    const after = pieces[place + 1];
    const follows = after?.parsed === null ? groups[end] : undefined;
    const leads = before?.parsed === null ? groups[from] : undefined;
    // "08-12 34 56/57" has two endings; anything else behind a slash ties.
    const endings = (follows?.before.trim() === '/' && follows.digits.length <= 3) || (follows !== undefined && endsRange(groups, end));
    if (leads && !/ /.test(leads.before)) continue;
    if (isCutOut(groups, pieces.slice(place + 1), end)) continue;
    if (follows && !/ /.test(follows.before) && !endings) continue;
    const near = (group: DigitGroup | undefined) => group !== undefined && !/ {2}| [-/] /.test(group.before);
    found.push({ groups: groups.slice(from, end), parsed, leftover: near(leads) || (near(follows) && !endings) });
  }
  return found;
}
