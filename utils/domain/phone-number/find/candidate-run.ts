import { IGNORED } from './plain-text';

/** Digits written next to each other. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the group before and this one, in plain signs. */
  readonly before: string;
}

/** Groups of digits with so little between them that they may be one number, or several. */
export interface CandidateRun {
  readonly start: number;
  readonly end: number;
  readonly plus: boolean;
  readonly groups: readonly DigitGroup[];
}

/** Digits in parentheses: (08), (+46), (0-312). */
const BRACKET = '\\( ?\\+? ?\\d(?:[ -]?\\d){0,7} ?\\)';
const GAP = `[ ${IGNORED}]{0,2}[-./~]{0,2}[ ${IGNORED}]{0,2}`;
/** A dot before a space ends a sentence. */
const RUN = new RegExp(`(?:\\+{1,2} ?)?(?:${BRACKET}|${IGNORED}?\\d+)(?:(?!\\.[ ${IGNORED}])${GAP}(?:${BRACKET}|\\d+))*`, 'g');
const GROUP = /\d+/g;

/** Runs of a plain text that have at least `least` digits. */
export function candidateRuns(plain: string, least: number): CandidateRun[] {
  const runs: CandidateRun[] = [];
  for (const match of plain.matchAll(RUN)) {
    const [raw] = match;
    if (raw.length < least) continue;
    let digits = 0;
    let last = 0;
    const groups: DigitGroup[] = [];
    for (const group of raw.matchAll(GROUP)) {
      digits += group[0].length;
      const start = match.index + group.index;
      groups.push({ digits: group[0], start, end: start + group[0].length, before: raw.slice(last, group.index) });
      last = group.index + group[0].length;
    }
    // The 10 of "U10 480-…" belongs to its letter.
    const [lead, next] = groups;
    if (lead && next?.before.startsWith(' ') && /\p{L}/u.test(plain[lead.start - 1] ?? '')) groups.shift();
    const start = groups[0] === lead ? match.index : (groups[0]?.start ?? match.index);
    if (digits < least) continue;
    runs.push({ start, end: match.index + raw.length, plus: /^\(? ?\+/.test(raw), groups });
  }
  return runs;
}
