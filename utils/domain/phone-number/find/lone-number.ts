import type { FindLevel, FoundNumber } from '../found-number';
import { candidateRuns } from './candidate-run';
import { confidenceOf, judge } from './judge';
import type { PlanFormat } from './number-plan';
import type { NumberForm, ParsedNumber } from './parse-digits';
import { looksPersonal } from './personal-number';
import { isWhole, type Parse } from './segments';
import { spanOf } from './span';
import { isBracketed } from './surroundings';
import type { Sign } from './words-beside';

export interface LoneNumberOptions {
  readonly region: string;
  readonly level: FindLevel;
  readonly parse: Parse;
  /** What the label of a text makes of a number that is all of it. */
  readonly signOf: (label: string, written: string) => Sign;
}

/** The number in a plain text that is nothing else; undefined where that takes a closer look. */
export type LoneNumbers = (plain: string, label: () => string) => readonly FoundNumber[] | undefined;

type Confidence = FoundNumber['confidence'];

/** A way of writing digits in one format of a plan. */
interface Way {
  /** It is the plan's own. */
  readonly whole: boolean;
  readonly groups: readonly string[];
  /** Null: not enough for the level. */
  readonly bySign: Map<Sign, Confidence | null>;
}

/** How a number is written but for its digits: a column of a list shows one or two of these. */
interface Shape {
  readonly start: number;
  readonly end: number;
  readonly plus: boolean;
  readonly separators: string;
  /** Where its groups are. */
  readonly groups: readonly { readonly start: number; readonly end: number }[];
  readonly ways: Map<PlanFormat, Map<NumberForm, Way>>;
}

const LONGEST = 24;
const MOST_SHAPES = 500;
/** With fewer groups it may be a date, an amount or an id. */
const GROUPED = 3;
const LONE = /^[ \t\n]*[(+\d][\d ()+./~-]*\d[ \t\n]*$/;

/** A text of digits and signs, no longer than a number may be. */
export const isLone = (plain: string): boolean => plain.length <= LONGEST && LONE.test(plain);
const NOTHING: readonly FoundNumber[] = Object.freeze([]);

/**
 * Most numbers of lists stand in a cell of their own. What they are judged by is how they are written, the format of their
 * plan and their label, and nothing else, so that it is remembered by these.
 */
export function createLoneNumbers({ region, level, parse, signOf }: LoneNumberOptions): LoneNumbers {
  const shapes = new Map<string, Shape | null>();

  function shapeOf(plain: string): Shape | null {
    const written = plain.replace(/\d/g, '0');
    let shape = shapes.get(written);
    if (shape === undefined) {
      if (shapes.size > MOST_SHAPES) shapes.clear();
      shapes.set(written, (shape = readShape(written)));
    }
    return shape;
  }

  function wayOf({ ways }: Shape, parsed: ParsedNumber, format: PlanFormat, digits: () => readonly string[]): Way {
    let forms = ways.get(format);
    if (forms === undefined) ways.set(format, (forms = new Map()));
    let way = forms.get(parsed.form);
    if (way === undefined) {
      const groups = digits();
      forms.set(parsed.form, (way = { whole: isWhole(parsed, groups), groups, bySign: new Map() }));
    }
    return way;
  }

  function weigh(parsed: ParsedNumber, { groups, bySign }: Way, separators: string, before: Sign): Confidence | null {
    let confidence = bySign.get(before);
    if (confidence === undefined) {
      const { score } = judge({ parsed, groups, separators, before, after: 'none', leftover: false, code: false, called: false });
      bySign.set(before, (confidence = confidenceOf(score, level)));
    }
    return confidence;
  }

  return (plain, label) => {
    if (!isLone(plain)) return undefined;
    const shape = shapeOf(plain);
    if (shape === null) return undefined;
    const digits = plain.replace(/\D+/g, '');
    const parsed = parse(digits, shape.plus);
    const format = parsed?.format ?? null;
    if (parsed === null || format === null) return undefined;
    const way = wayOf(shape, parsed, format, () => shape.groups.map((one) => plain.slice(one.start, one.end)));
    if (!way.whole) return undefined;
    const { start, end, separators } = shape;
    const before = signOf(label(), plain.slice(start, end));
    if (before !== 'phone' && looksPersonal(digits, region)) return NOTHING;
    const confidence = weigh(parsed, way, separators, before);
    if (confidence === null) return NOTHING;
    const e164 = `+${parsed.plan.callingCode}${parsed.nsn}`;
    return [{ start, end, e164, dial: e164, kind: parsed.kind, confidence }];
  };
}

function readShape(written: string): Shape | null {
  const [run, more] = candidateRuns(written, GROUPED);
  if (run === undefined || more !== undefined || run.groups.length < GROUPED || run.end - run.start !== written.trim().length) return null;
  const [start, end] = spanOf(run, written);
  const separators = written.slice(start, end).replace(/\d/g, '');
  return isBracketed(separators) ? null : { start, end, plus: run.plus, separators, groups: run.groups, ways: new Map() };
}
