import type { Explained, FindLevel, FoundNumber, RejectedReason } from './found-number';
import { columnLabel } from './find/column-label';
import { candidateRuns, type CandidateRun } from './find/candidate-run';
import { judge, NEEDED } from './find/judge';
import { createWordClassifier } from './find/label-class';
import { maskShapes, unitFollows } from './find/mask';
import { createNumberPlans, type NumberMetadata } from './find/number-plan';
import { createDigitParser } from './find/digit-parser';
import { plainText } from './find/plain-text';
import { withoutSiblingsOfIds, type Sighting } from './find/siblings';
import { segmentsOf, type Segment } from './find/segments';
import { isShortNumber } from './find/short-numbers';
import { extensionAfter, touchAfter, touchBefore } from './find/surroundings';
import { looksPersonal } from './find/personal-number';
import { signAfter, signBefore } from './find/words-beside';
import type { FinderOptions, NumberFinder, TextSurroundings } from './number-finder';

/** Year, month, day and hour run together. */
const TIMESTAMP = /^20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?/;
const LEVELS: readonly FindLevel[] = ['strict', 'normal', 'eager'];

/** A finder over libphonenumber-js's metadata with all types (`libphonenumber-js/max/metadata`). */
export function createNumberFinder(metadata: NumberMetadata, options: FinderOptions = {}): NumberFinder {
  const { region = '', languages = [], level = 'normal' } = options;
  const plans = createNumberPlans(metadata);
  const home = region === '' ? null : plans.forRegion(region);
  /** Fewer digits are a short service number at most. */
  const fewest = Math.min(6, ...(home?.lengths ?? []));
  const parse = createDigitParser(plans, home);
  const classify = createWordClassifier(languages, region);
  const isLabel = (word: string) => classify(word.replace(/^.*\./, '').replace(/\.$/, '')) === 'phone' || classify(word) === 'phone';

  function look(text: string, surroundings: TextSurroundings | undefined, all: boolean): Explained[] {
    const label = surroundings?.label;
    const lead = label === undefined ? '' : `${plainText(label).replace(/\d/g, '0')}: `;
    const plain = lead + plainText(text);
    const { text: open, masked } = maskShapes(plain, region);
    const seen: Explained[] = [];
    const sightings: Sighting[] = [];
    const reject = (start: number, end: number, reason: RejectedReason) => {
      if (all) seen.push({ start: start - lead.length, end: end - lead.length, verdict: { kept: false, reason } });
    };
    if (all) for (const { start, end, reason } of masked) if (/\d{3}|\d.\d/.test(plain.slice(start, end))) reject(start, end, reason);
    for (const run of candidateRuns(open, 3)) {
      if (run.start < lead.length && run.end <= lead.length) continue;
      const digits = run.groups.reduce((sum, one) => sum + one.digits.length, 0);
      const segments = digits < fewest ? [] : segmentsOf(run, parse);
      const short = segments.length > 0 ? null : shortNumber(run, plain);
      if (short) {
        seen.push(moved(short, lead.length));
        continue;
      }
      if (segments.length === 0 && digits > 6) reject(run.start, run.end, home === null && !run.plus ? 'no-region' : 'no-plan');
      for (const segment of segments) {
        const { explained, named } = weigh(segment, run, plain);
        sightings.push({ explained, named, written: plain.slice(explained.start, explained.end) });
      }
    }
    for (const one of sightings.length > 1 ? withoutSiblingsOfIds(sightings, plain) : sightings.map(({ explained }) => explained)) seen.push(moved(one, lead.length));
    return seen.filter(({ start, verdict }) => start >= 0 && (all || verdict.kept)).sort((a, b) => a.start - b.start);
  }

  function weigh(segment: Segment, run: CandidateRun, plain: string): { readonly explained: Explained; readonly named: boolean } {
    const { groups, parsed, leftover } = segment;
    const first = groups[0] === run.groups[0];
    const [start, end] = spanOf(segment, first ? run.start : (groups[0]?.start ?? 0), plain);
    const no = (reason: RejectedReason) => ({ explained: { start, end, verdict: { kept: false, reason } } as const, named: false });
    const opens = /[+(]/.test(plain[start] ?? '');
    const extension = extensionAfter(plain, end);
    const touch = (first ? touchBefore(plain, start, opens, groups.length > 1, isLabel) : null) ?? (extension ? null : touchAfter(plain, end, groups.length > 1));
    if (touch !== null) return no(touch);
    if (extension?.tied) return no('glued');
    const separators = plain.slice(start, end).replace(/\d/g, '');
    if (/\(.*\(/.test(separators.replace(/\(\+?\)|\(0\)/, '')) && !/^\(?\+/.test(separators)) return no('grouping');
    const shape = plain.slice(start, end);
    const heading = columnLabel(plain, start);
    const named = heading === null ? 'none' : signBefore(`${heading}:`, heading.length + 1, shape, classify);
    const own = signBefore(plain, leftover && !first ? run.start : start, shape, classify);
    const before = named === 'none' || own === 'phone' ? own : named;
    const digits = groups.map((one) => one.digits);
    if (before !== 'phone' && looksPersonal(digits.join(''), region)) return no('personal-id');
    if (before !== 'phone' && !opens && unitFollows(plain, end)) return no('amount');
    if (before !== 'phone' && groups.length === 1 && !opens && TIMESTAMP.test(digits[0] ?? '')) return no('date');
    const code = /(?<![\p{L}\d])(?![AEIOUYÅÄÖ]|AB|HB|KB|AS|OY|TEL|TFN|GSM|SE|UK|US|DE|NO|DK|FI)(?:\p{Lu}{2,3}|[BCDFGHJKLMNPQRSTVWXZ]{4,6})[ :#-]{1,2}$/u.test(plain.slice(Math.max(0, start - 8), start));
    const { score, kept, against } = judge({ parsed, groups: digits, separators, before, after: signAfter(plain, end, classify), leftover, code });
    const confidence = LEVELS.find((one) => score >= NEEDED[one]);
    if (confidence === undefined || LEVELS.indexOf(confidence) > LEVELS.indexOf(level)) return no(against);
    const e164 = `+${parsed.plan.callingCode}${parsed.nsn}`;
    const found: FoundNumber = { start, end, e164, dial: e164, ...(extension && { extension: extension.digits }), kind: parsed.kind, confidence };
    return { explained: { start, end, verdict: { kept: true, reason: kept, found } }, named: kept === 'phone-word' || before === 'owner' };
  }

  function shortNumber(run: CandidateRun, plain: string): Explained | null {
    const digits = run.groups.map((one) => one.digits).join('');
    if (run.plus || digits.length > 7 || run.groups.length > 3 || !isShortNumber(digits, region)) return null;
    const start = run.groups[0]?.start ?? run.start;
    const { end } = run;
    if (touchBefore(plain, start, false, false, isLabel) !== null || touchAfter(plain, end, false) !== null) return null;
    if (signBefore(plain, start, plain.slice(start, end), classify) !== 'phone') return digits.length < 5 ? null : { start, end, verdict: { kept: false, reason: 'no-phone-word' } };
    const found: FoundNumber = { start, end, e164: null, dial: digits, kind: 'short', confidence: 'normal' };
    return level === 'strict' ? null : { start, end, verdict: { kept: true, reason: 'short-service', found } };
  }

  return {
    find: (text, surroundings) => look(text, surroundings, false).flatMap(({ verdict }) => (verdict.kept ? [verdict.found] : [])),
    explain: (text, surroundings) => look(text, surroundings, true),
  };
}

/** From the sign that opens the number to its last digit or the parenthesis that its own one closes. */
function spanOf({ groups }: Segment, from: number, plain: string): readonly [number, number] {
  const end = groups.at(-1)?.end ?? from;
  const first = groups[0]?.start ?? from;
  let start = first;
  const lead = /(?:\(? ?\+{1,2} ?\(?|\( ?)[\u0001]?$/.exec(plain.slice(Math.max(0, first - 6), first));
  if (lead) start = first - lead[0].length;
  // A parenthesis around the whole number is not part of it.
  if (plain[start] === '(' && !plain.slice(start, end).includes(')')) start += 1;
  while (plain[start] === ' ') start += 1;
  return [start, end];
}

function moved(one: Explained, by: number): Explained {
  if (by === 0) return one;
  const { verdict } = one;
  const start = one.start - by;
  const end = one.end - by;
  return { start, end, verdict: verdict.kept ? { ...verdict, found: { ...verdict.found, start, end } } : verdict };
}
