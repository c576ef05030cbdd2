import type { Explained, RejectedReason } from './found-number';
import { candidateRuns, type CandidateRun } from './find/candidate-run';
import { createDigitParser } from './find/digit-parser';
import { createHope, fewestDigits } from './find/hopeful-run';
import type { FinderData } from './find/finder-rules';
import { createReading } from './find/grammar';
import { createMask } from './find/mask';
import { createNumberPlans } from './find/number-plan';
import { plainText } from './find/plain-text';
import { createScale } from './find/scale';
import { segmentsOf } from './find/segments';
import { createShortNumbers } from './find/short-numbers';
import { withoutSiblingsOfIds, type Sighting } from './find/siblings';
import { vanityNumbers } from './find/vanity';
import { windowsAround, type Window } from './find/windows';
import type { FinderOptions, NumberFinder, TextSurroundings } from './number-finder';
import { mayHoldNumber } from './number-gate';

/** Fewer digits are not looked at. */
const FEWEST = 3;

/** A finder that reads in windows around the digits of a text: its cost grows with them and not with the text. */
export function createNumberFinder(data: FinderData, options: FinderOptions = {}): NumberFinder {
  const { region = '', languages = [], level = 'normal' } = options;
  const plans = createNumberPlans(data.plans);
  const home = region === '' ? null : plans.forRegion(region);
  const fewest = fewestDigits(home);
  const isShort = createShortNumbers(data.short, region);
  const hopeful = createHope(home, isShort);
  const parse = createDigitParser(plans, home);
  const mask = createMask(data.shapes, region);
  const reading = createReading(data.words, languages, region);
  const scale = createScale({ region, level, reading, mask, isShort });

  /** Candidates of one window; `reject` hears of those that have no weight. */
  function candidates(plain: string, { start, end }: Window, reject: Reject): { sightings: Sighting[]; shorts: Explained[] } {
    const sightings: Sighting[] = [];
    const shorts: Explained[] = [];
    const { text, masked } = mask.cover(plain.slice(start, end));
    for (const one of masked) reject(start + one.start, start + one.end, one.reason);
    for (const found of candidateRuns(text, FEWEST)) {
      const run = movedRun(found, start);
      const digits = run.groups.reduce((sum, one) => sum + one.digits.length, 0);
      const segments = digits < fewest ? [] : segmentsOf(run, parse);
      const short = segments.length > 0 ? null : scale.short(run, plain);
      if (short) shorts.push(short);
      else if (segments.length === 0 && digits > 5) reject(run.start, run.end, home === null && !run.plus ? 'no-region' : 'no-plan');
      for (const segment of segments) sightings.push(scale.weigh(segment, run, plain));
    }
    return { sightings, shorts };
  }

  function look(text: string, surroundings: TextSurroundings | undefined, all: boolean): Explained[] {
    if (!mayHoldNumber(text)) return [];
    const lead = surroundings?.label === undefined ? '' : `${plainText(surroundings.label).replace(/\d/g, '0')}: `;
    const plain = lead + plainText(text);
    const whole = [{ start: lead.length, end: plain.length }];
    const windows = all ? whole : windowsAround(plain, candidateRuns(plain, FEWEST).filter((run) => run.start >= lead.length && hopeful(run)));
    const seen: Explained[] = /[A-Z]{4}/.test(text) ? vanityNumbers(plain, parse, reading) : [];
    const reject: Reject = (start, end, reason) => {
      if (all && /\d{3}|\d.\d/.test(plain.slice(start, end))) seen.push({ start, end, verdict: { kept: false, reason } });
    };
    const sightings: Sighting[] = [];
    for (const window of windows) {
      const found = candidates(plain, window, reject);
      sightings.push(...found.sightings);
      seen.push(...found.shorts);
    }
    seen.push(...(sightings.length > 1 ? withoutSiblingsOfIds(sightings, plain) : sightings.map(({ explained }) => explained)));
    return seen
      .filter(({ start, verdict }) => start >= lead.length && (all || verdict.kept))
      .sort((a, b) => a.start - b.start)
      .map((one) => moved(one, lead.length));
  }

  return {
    find: (text, surroundings) => look(text, surroundings, false).flatMap(({ verdict }) => (verdict.kept ? [verdict.found] : [])),
    explain: (text, surroundings) => look(text, surroundings, true),
  };
}

type Reject = (start: number, end: number, reason: RejectedReason) => void;

function movedRun(run: CandidateRun, by: number): CandidateRun {
  if (by === 0) return run;
  return { ...run, start: run.start + by, end: run.end + by, groups: run.groups.map((one) => ({ ...one, start: one.start + by, end: one.end + by })) };
}

function moved(one: Explained, by: number): Explained {
  if (by === 0) return one;
  const { verdict } = one;
  const start = one.start - by;
  const end = one.end - by;
  return { start, end, verdict: verdict.kept ? { ...verdict, found: { ...verdict.found, start, end } } : verdict };
}
