import type { Explained, FoundNumber, RejectedReason } from './found-number';
import { joinBrokenLines } from './find/broken-lines';
import { candidateRuns, type CandidateRun } from './find/candidate-run';
import { createDigitParser } from './find/digit-parser';
import { alwaysPrefixed, createHope, fewestDigits } from './find/hopeful-run';
import type { FinderData } from './find/finder-rules';
import { createReading } from './find/grammar';
import { lazily } from './find/lazily';
import { createLoneNumbers, isLone } from './find/lone-number';
import { createMask } from './find/mask';
import { createNumberPlans } from './find/number-plan';
import { saysPhone } from './find/phone-word-before';
import { FEWEST_ZEROLESS } from './find/parse-digits';
import { plainText } from './find/plain-text';
import { regionGate } from './find/region-gate';
import { createScale } from './find/scale';
import { segmentsOf, wholeRun, zerolessRun, type Parse } from './find/segments';
import { Recent } from './find/recent';
import { createShortNumbers, shortPattern } from './find/short-numbers';
import { withoutSiblingsOfIds, type Sighting } from './find/siblings';
import { vanityNumbers } from './find/vanity';
import { windowsAround, type Window } from './find/windows';
import type { FinderOptions, NumberFinder, TextSurroundings } from './number-finder';
import { mayHoldNumber } from './number-gate';

const VANITY = /\d[^a-z]{1,3}[A-Z]{4}/;
/** Fewer digits are not looked at. */
const FEWEST = 3;
/** So many digits the gate lets through. */
const GATED = 5;
/** Cells and lines that a list shows again and again. */
const REMEMBERED = 6_000;
const LONGEST_REMEMBERED = 60;
/** Texts that go through what most do. */
const WARMING = ['+46 8 123 45 67', 'Tel. +46 8 123 45 67 a', 'Tel. 08-123 45 67, a'];

/** A finder that reads in windows around the digits of a text: its cost grows with them and not with the text. */
export function createNumberFinder(data: FinderData, options: FinderOptions = {}): NumberFinder {
  const { region = '', languages = [], level = 'normal' } = options;
  const plans = createNumberPlans(data.plans);
  const home = region === '' ? null : plans.forRegion(region);
  const fewest = fewestDigits(home);
  const short = shortPattern(data.short, region);
  const isShort = createShortNumbers(short);
  const hopeful = createHope(home, isShort);
  const parse = createDigitParser(plans, home);
  const mask = createMask(data.shapes, region);
  const reading = lazily(() => createReading(data.words, languages, region));
  const scale = createScale({ region, level, reading, mask, isShort });
  const lone = createLoneNumbers({ region, level, parse, signOf: (label, written) => scale.signLabelled(label, written, 'none') });

  const isPhone = (word: string) => reading().classify(word) === 'phone';
  const prefixed = home !== null && alwaysPrefixed(home);
  /** A number without its prefix that words before it, the heading of its column or the label of its text may call one. */
  const isCalled = ({ plain, label }: Page, run: CandidateRun, headed: boolean) => {
    const before = plain.slice(0, run.start);
    const alone = run.start < LONGEST_REMEMBERED && !/[\p{L}\d]/u.test(before);
    return (alone || headed || saysPhone(before, isPhone)) && zerolessRun(run, home) !== null && (!alone || label() !== '');
  };
  /** Where the shortest numbers are shorter than that, every digit counts. */
  const mayHold = fewest < GATED ? (text: string) => /\d(?:\D{0,3}\d){2}/.test(plainText(text)) : mayHoldNumber;

  /** Candidates of one window; `reject` hears of those that have no weight. */
  function candidates(page: Page, { start, end }: Window, reject: Reject): { sightings: Sighting[]; shorts: Explained[] } {
    const { plain, runs, label } = page;
    const sightings: Sighting[] = [];
    const shorts: Explained[] = [];
    const { text, masked } = onlyNumber(plain, runs, parse) ? UNMASKED : mask.cover(plain.slice(start, end));
    for (const one of masked) reject(start + one.start, start + one.end, one.reason);
    const open = masked.length === 0 ? runs.filter((run) => run.start >= start && run.end <= end) : candidateRuns(text, FEWEST).map((run) => movedRun(run, start));
    for (const run of open) {
      const digits = run.groups.reduce((sum, one) => sum + one.digits.length, 0);
      const segments = digits < fewest ? [] : segmentsOf(run, parse);
      const zeroless = segments.length > 0 ? null : zerolessRun(run, home);
      if (zeroless) segments.push(zeroless);
      const short = segments.length > 0 ? null : scale.short(run, plain, label);
      if (short) shorts.push(short);
      else if (segments.length === 0 && digits > 5) reject(run.start, run.end, home === null && !run.plus ? 'no-region' : 'no-plan');
      for (const segment of segments) sightings.push(scale.weigh(segment, run, plain, label));
    }
    return { sightings, shorts };
  }

  function look(text: string, surroundings: TextSurroundings | undefined, all: boolean): Explained[] {
    if (!mayHold(text)) return [];
    const plain = joinBrokenLines(plainText(text), parse, isPhone);
    const runs = candidateRuns(plain, FEWEST);
    const page: Page = { plain, runs, label: () => surroundings?.label ?? '' };
    const heading = plain.indexOf('\n', plain.search(/\S/));
    const worth = (run: CandidateRun) => hopeful(run) || (prefixed && run.end - run.start >= FEWEST_ZEROLESS && isCalled(page, run, heading >= 0 && heading < run.start));
    const windows = all ? [{ start: 0, end: plain.length }] : windowsAround(plain, runs.filter(worth));
    const vanity = VANITY.test(text);
    if (windows.length === 0 && !vanity) return [];
    const seen: Explained[] = vanity ? vanityNumbers(plain, parse, reading()) : [];
    const reject: Reject = (start, end, reason) => {
      if (all && /\d{3}|\d.\d/.test(plain.slice(start, end))) seen.push({ start, end, verdict: { kept: false, reason } });
    };
    const sightings: Sighting[] = [];
    for (const window of windows) {
      const found = candidates(page, window, reject);
      sightings.push(...found.sightings);
      seen.push(...found.shorts);
    }
    seen.push(...(sightings.length > 1 ? withoutSiblingsOfIds(sightings, plain, reading().grammar) : sightings.map(({ explained }) => explained)));
    return (all ? seen : seen.filter(({ verdict }) => verdict.kept)).sort((a, b) => a.start - b.start);
  }

  const memo = new Recent<{ readonly label: string | null; readonly found: readonly FoundNumber[] }>(REMEMBERED);

  function find(text: string, surroundings?: TextSurroundings): readonly FoundNumber[] {
    if (!mayHold(text)) return NOTHING;
    if (text.length > LONGEST_REMEMBERED) return keptOf(look(text, surroundings, false));
    const known = memo.get(text);
    /** Null while nobody asked for it: then it does not matter. */
    let label = known === undefined || known.label === null ? null : (surroundings?.label ?? '');
    if (known?.label === label) return known.found;
    const noting: TextSurroundings = {
      get label() {
        return (label ??= surroundings?.label ?? '');
      },
    };
    const plain = plainText(text);
    const found = lone(plain, () => noting.label ?? '') ?? keptOf(look(text, noting, false));
    memo.set(text, { label, found });
    return found;
  }

  /** Each makes, or has the browser compile, what the ones before have not. */
  const parts = [() => void mask.cover('a 1'), () => void reading().classify('ordernummer'), () => void mask.cover('a 1/a'), ...WARMING.map((text) => () => void look(text, undefined, false))];

  return {
    gate: regionGate(home, short),
    ready: (text) => parts.length === 0 || isLone(plainText(text)),
    warm() {
      parts.shift()?.();
      return parts.length > 0;
    },
    find,
    explain: (text, surroundings) => look(text, surroundings, true),
  };
}

const NOTHING: readonly FoundNumber[] = Object.freeze([]);
const keptOf = (seen: readonly Explained[]): readonly FoundNumber[] => seen.flatMap(({ verdict }) => (verdict.kept ? [verdict.found] : []));

const UNMASKED = { text: '', masked: [] } as const;
/** A text that is one grouped run and nothing else needs no look at what stands around. */
const onlyNumber = (plain: string, [run, more]: readonly CandidateRun[], parse: Parse) =>
  run !== undefined && more === undefined && run.groups.length > 2 && run.end - run.start === plain.length && wholeRun(run, parse) !== null;

/** A text in plain signs, its runs, and what labels it. */
interface Page {
  readonly plain: string;
  readonly runs: readonly CandidateRun[];
  readonly label: () => string;
}

type Reject = (start: number, end: number, reason: RejectedReason) => void;

function movedRun(run: CandidateRun, by: number): CandidateRun {
  if (by === 0) return run;
  return { ...run, start: run.start + by, end: run.end + by, groups: run.groups.map((one) => ({ ...one, start: one.start + by, end: one.end + by })) };
}
