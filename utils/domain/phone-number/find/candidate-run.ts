import { LETTERS } from './letters';
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
const GAP = `[ ${IGNORED}]{0,2}[-./~_]{0,2}[ ${IGNORED}]{0,2}`;
/** A dot before a space ends a sentence. */
const RUN = new RegExp(`(?:\\+{1,2} ?)?(?:${BRACKET}|${IGNORED}?\\d+)(?:(?!\\.[ ${IGNORED}])${GAP}(?:${BRACKET}|\\d+))*`, 'g');
const DURATION = /^(?:[hms]| ?(?:min|sek|sec)|m(?=\d))(?=\d|[^\p{L}\d]|$)/u;
/** What a price goes on with. */
const CENTS = /^[.,]\d\d(?!\d)/;
const LETTER = new RegExp(`[${LETTERS}]`);

/** Runs of a plain text that have at least `least` digits. */
export function candidateRuns(plain: string, least: number): CandidateRun[] {
  const runs: CandidateRun[] = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(plain); match !== null; match = RUN.exec(plain)) {
    const [raw] = match;
    if (raw.length < least) continue;
    const groups = groupsOf(raw, match.index);
    const digits = groups.reduce((sum, one) => sum + one.digits.length, 0);
    // The 10 of "U10 480-…" belongs to its letter.
    const [lead, next] = groups;
    if (lead && next?.before.startsWith(' ') && LETTER.test(plain[lead.start - 1] ?? '')) groups.shift();
    // The 2 of "415… 2m13s" is a duration.
    const tail = groups.at(-1);
    const lasts = tail !== undefined && groups.length > 1 && tail.digits.length < 4 && tail.before.startsWith(' ') && DURATION.test(plain.slice(tail.end, tail.end + 6));
    if (lasts) groups.pop();
    // The 89 of "0341-2258 740 89,00 €" is a price.
    const priced = groups.length > 2 && /^[+(0]/.test(raw) && tail?.before === ' ' && tail.digits.length <= 3 && CENTS.test(plain.slice(tail.end, tail.end + 4));
    if (priced) groups.pop();
    // "Missed (3) 859-254-4127"
    if (lead && /^\([1-9]\) /.test(raw) && groups.length > 3 && digits - 1 >= 10) groups.shift();
    // "0800 220 44 55 8-12"
    const [from, to] = groups.slice(-2);
    const hours = groups.length > 4 && /^[+(0]/.test(raw) && from?.before === ' ' && to?.before === '-' && from.digits.length === 1 && isHour(to) && Number(from.digits) < Number(to.digits);
    if (hours) groups.splice(-2);
    const start = groups[0] === lead ? match.index : (groups[0]?.start ?? match.index);
    if (digits < least) continue;
    runs.push({ start, end: lasts || priced || hours ? (groups.at(-1)?.end ?? start) : match.index + raw.length, plus: /^\(? ?\+/.test(raw), groups });
  }
  return runs;
}

function groupsOf(raw: string, offset: number): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let last = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (!isDigit(raw.charCodeAt(at))) continue;
    const start = at;
    while (at + 1 < raw.length && isDigit(raw.charCodeAt(at + 1))) at += 1;
    groups.push({ digits: raw.slice(start, at + 1), start: offset + start, end: offset + at + 1, before: raw.slice(last, start) });
    last = at + 1;
  }
  return groups;
}

const isHour = ({ digits }: DigitGroup) => digits.length <= 2 && Number(digits) <= 24;

const isDigit = (code: number) => code >= 48 && code <= 57;
