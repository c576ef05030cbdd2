import type { Explained, FindLevel, FoundNumber, RejectedReason } from '../found-number';
import type { CandidateRun } from './candidate-run';
import { textCell } from './column-label';
import { confidenceOf, judge } from './judge';
import type { Reading } from './grammar';
import { headedAsIds } from './list-heading';
import type { Mask } from './mask';
import { looksPersonal } from './personal-number';
import { plainText } from './plain-text';
import type { Segment } from './segments';
import type { Sighting } from './siblings';
import { spanOf } from './span';
import { extensionAfter, isBracketed, touchAfter, touchBefore } from './surroundings';
import { signAfter } from './words-after';
import { signBefore, type Sign } from './words-beside';

export interface ScaleOptions {
  readonly region: string;
  readonly level: FindLevel;
  readonly reading: () => Reading;
  readonly mask: Mask;
  readonly isShort: (digits: string) => boolean;
}

/** Weighs candidates by what stands around them. */
export interface Scale {
  /** `label`: what labels the whole text on its page, '' for nothing; asked only where it matters. */
  weigh(segment: Segment, run: CandidateRun, plain: string, label: () => string): Sighting;
  /** What a label makes of a number about which its own text says something weak. */
  signLabelled(label: string, written: string, own: Sign): Sign;
  /** A short service number; null when it is none. */
  short(run: CandidateRun, plain: string, label: () => string): Explained | null;
}

/** Words in the text that the label of its cell overrules. */
const WEAK: readonly Sign[] = ['none', 'reach', 'word', 'common', 'noun', 'owner', 'vague', 'phone-far'];
const THINGS: readonly Sign[] = ['id', 'thing', 'desk', 'noun'];
const MOST_LABELS = 500;
/** Year, month, day and hour run together. */
const TIMESTAMP = /^20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?/;

/** " 2m13s" */
const DURATION = /^[ ,;(|\t]{1,3}\d{1,3} ?m(?:in)? ?\d{1,2} ?s|^[;,|\t ]{1,3}00:\d\d:\d\d/;
const LEADING = ' \t"\'*<-\u0001';
/** Nothing stands before it on its line. */
const opensLine = (plain: string, start: number): boolean => {
  let at = start;
  while (at > 0 && LEADING.includes(plain.charAt(at - 1))) at -= 1;
  return at === 0 || plain[at - 1] === '\n';
};
/** In a text, pairs that rise from one to the next are a draw or degrees: one phone number in a hundred is like that. */
const isDraw = (groups: readonly string[]): boolean => groups.length === 5 && groups.every((one, at) => one.length === 2 && (at === 0 || one > (groups[at - 1] ?? '')));

/** "62 51 38 90 1 450 kr", "0800-174 280 24 h": what is left of the run is an amount. */
function isPriced({ groups, end }: CandidateRun, used: number, plain: string, mask: Mask): boolean {
  const [lead, ...rest] = groups.slice(used);
  if (lead?.digits === '24' && rest.length === 0 && lead.before === ' ' && /^ ?(?:[htu]\b|hrs?\b|uur|std|tim)/i.test(plain.slice(end, end + 5))) return true;
  return lead !== undefined && lead.before === ' ' && lead.digits.length <= 4 && rest.every(({ before, digits }) => before === ' ' && digits.length === 3) && mask.unitFollows(plain, end);
}

export function createScale({ region, level, reading, mask, isShort }: ScaleOptions): Scale {
  const isPhone = (word: string) => reading().classify(word) === 'phone';
  const isLabel = (word: string) => isPhone(word.replace(/^.*\./, '').replace(/\.$/, '')) || isPhone(word);

  const labels = new Map<string, Sign>();
  /** Columns share their headers. */
  const signOfLabel = (label: string, written: string): Sign => {
    let sign = labels.get(label);
    if (sign === undefined) {
      sign = label === '' ? 'none' : signBefore(`${plainText(label).replace(/\d/g, '0')}: `, label.length + 2, written, reading());
      if (labels.size > MOST_LABELS) labels.clear();
      labels.set(label, sign);
    }
    return sign;
  };
  const signInText = (plain: string, start: number, from: number, written: string): Sign => {
    const cell = textCell(plain, start);
    if (cell?.heading == null) {
      const own = from === 0 ? 'none' : signBefore(plain, from, written, reading());
      return own !== 'phone' && headedAsIds(plain, start, reading()) ? 'id' : own;
    }
    const own = signBefore(plain.slice(cell.start, from), from - cell.start, written, reading());
    if (own === 'phone') return own;
    const named = signOfLabel(cell.heading, written);
    // A column is of one kind of number.
    return named === 'none' ? own : named === 'desk' ? 'thing' : named;
  };
  const signOf = (plain: string, start: number, from: number, written: string, label: () => string): Sign => {
    const own = signInText(plain, start, from, written);
    return WEAK.includes(own) ? signLabelled(label(), written, own) : own;
  };
  const signLabelled = (label: string, written: string, own: Sign): Sign => {
    const named = signOfLabel(label, written);
    return named === 'none' || named === 'word' || named === 'common' || named === 'noun' ? own : named;
  };

  /** "Tel 070… (order 4711)", "Tel 070… – ange ordernummer": what a remark names is beside the number. */
  const signOfRest = (plain: string, end: number, before: Sign, first: boolean, opens: boolean): Sign => {
    const after = signAfter(plain, end, reading(), first);
    const sign = /^ ?([(-])/.exec(plain.slice(end, end + 2))?.[1];
    const beside = sign === '-' ? opens || before === 'phone' : sign === '(' && (before === 'phone' || before === 'role');
    return after === 'id' && beside ? 'none' : after;
  };

  return {
    signLabelled,

    weigh(segment, run, plain, label) {
      const { groups, parsed } = segment;
      const first = groups[0] === run.groups[0];
      const leftover = segment.leftover && !(first && isPriced(run, groups.length, plain, mask));
      const [start, end] = spanOf(segment, plain);
      const written = plain.slice(start, end);
      const no = (reason: RejectedReason): Sighting => ({ explained: { start, end, verdict: { kept: false, reason } }, written, named: false, thing: false });

      const atEnd = end === plain.length;
      const opens = written.startsWith('+') || written.startsWith('(');
      const grouped = groups.length > 1;
      const extension = atEnd ? null : extensionAfter(plain, end, reading().grammar.extension);
      const touch = (first ? touchBefore(plain, start, opens, isLabel) : null) ?? (extension ? null : touchAfter(plain, end, grouped));
      if (touch !== null) return no(touch);
      if (extension?.tied) return no('glued');
      const separators = written.replace(/\d/g, '');
      if (isBracketed(separators)) return no('grouping');

      const before = signOf(plain, start, leftover && !first ? run.start : start, written, label);
      const digits = groups.map((one) => one.digits);
      if (before !== 'phone') {
        if (looksPersonal(digits.join(''), region)) return no('personal-id');
        if (!opens && !atEnd && mask.unitFollows(plain, end)) return no('amount');
        if (!opens && isDraw(digits) && run.end - run.start < plain.trim().length) return no('list');
        if (!opens && !grouped && TIMESTAMP.test(written)) return no('date');
      }
      const code = start > 0 && reading().grammar.code.test(plain.slice(Math.max(0, start - 8), start));
      const thing = THINGS.includes(before);
      const { score, kept, against } = judge({ parsed, groups: digits, separators, before, after: atEnd || extension !== null ? 'none' : signOfRest(plain, end, before, opensLine(plain, start), written.startsWith('+')), leftover, code, called: extension !== null || DURATION.test(plain.slice(end, end + 16)) });
      const confidence = confidenceOf(score, level);
      if (confidence === null) return { ...no(against), thing };
      const e164 = `+${parsed.plan.callingCode}${parsed.nsn}`;
      const found: FoundNumber = { start, end, e164, dial: e164, ...(extension && { extension: extension.digits }), kind: parsed.kind, confidence };
      return { explained: { start, end, verdict: { kept: true, reason: kept, found } }, written, named: kept === 'phone-word' || before === 'owner', thing };
    },

    short(run, plain, label) {
      const digits = run.groups.map((one) => one.digits).join('');
      if (run.plus || run.groups.length > 3 || !isShort(digits)) return null;
      const start = run.groups[0]?.start ?? run.start;
      const { end } = run;
      if (touchBefore(plain, start, false, isLabel) !== null || touchAfter(plain, end, false) !== null) return null;
      if (signOf(plain, start, start, plain.slice(start, end), label) !== 'phone') return { start, end, verdict: { kept: false, reason: 'no-phone-word' } };
      const found: FoundNumber = { start, end, e164: null, dial: digits, kind: 'short', confidence: 'normal' };
      return { start, end, verdict: level === 'strict' ? { kept: false, reason: 'unsure' } : { kept: true, reason: 'short-service', found } };
    },
  };
}
