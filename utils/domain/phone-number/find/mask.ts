import type { RejectedReason } from '../found-number';
import type { Shape, ShapeRules } from './finder-rules';
import { lazily } from './lazily';
import { LETTERS } from './letters';

export interface Masked {
  readonly start: number;
  readonly end: number;
  readonly reason: RejectedReason;
}

export interface Mask {
  /** `text` with everything that has the shape of something else filled over; offsets stay. */
  cover(text: string): { readonly text: string; readonly masked: readonly Masked[] };
  /** A quantity's or a price's unit follows. */
  unitFollows(text: string, at: number): boolean;
}

/** Nothing but digits and signs: the shapes with words in them are not to be tried. */
const NUMERIC = /^[\d\s.,:;/()+~\u0001-]*$/;
/** A word with digits and something else in it. */
const CODE = new RegExp(`\\d[^\\s\\d]*[${LETTERS}@\\\\_#<>=%&?]|[${LETTERS}@\\\\_#<>=%&?][^\\s\\d]*\\d|[^\\s\\d]/[^\\s]*\\d|^/|\\s/`);
/** Stands for text that is something else, so that no candidate reaches into it. */
const FILLER = '\u0002';
const LONGEST_UNIT = 16;
/** Where six digits, a dash and four are a person or a company; '' where no region is known. */
const SIX_FOUR_REGIONS: readonly string[] = ['SE', 'DK', 'FI', 'NO', 'IS', 'EE', 'LV', 'LT', 'AX', ''];
/** New Caledonia writes its phone numbers as others write dates. */
const SHORT_DATE_IS_NUMBER = 'NC';

interface ShapeSet {
  readonly pattern: RegExp;
  /** Reason of each capturing group that holds a whole shape. */
  readonly reasons: readonly (RejectedReason | undefined)[];
}

/** All shapes in one expression, each in a group of its own; what refers to its own groups is counted on. */
function compileShapes(shapes: readonly Shape[], flags: string): ShapeSet {
  let groups = 0;
  const reasons: (RejectedReason | undefined)[] = [];
  const parts = shapes.map(([reason, source]) => {
    groups += 1;
    const own = groups;
    reasons[own - 1] = reason;
    groups += (source.match(/(?<!\\)\((?!\?)/g) ?? []).length;
    return `(${source.replace(/\\([12])(?!\d)/g, (_, at: string) => `\\${own + Number(at)}`)})`;
  });
  return { pattern: new RegExp(parts.join('|'), flags), reasons };
}

/** From a later hour to an earlier one is no opening time. */
function runsBackwards(match: string): boolean {
  const hours = /^(\d{4}) ?- ?(\d{4})$/.exec(match);
  return hours !== null && Number(hours[1]) >= Number(hours[2]);
}

export function createMask({ capitals, glued, spaced, numeric, shortDate, nordic, quantity, unit }: ShapeRules, region: string): Mask {
  const local = [...(region === SHORT_DATE_IS_NUMBER ? [] : shortDate), ...(SIX_FOUR_REGIONS.includes(region) ? nordic : [])];
  // One after the other, not all in one: each is compiled once, and takes a browser milliseconds.
  const numbers = lazily(() => [compileShapes([...numeric, ...local], 'gi')]);
  const large = lazily(() => compileShapes(capitals, 'g'));
  const wordy = lazily(() => compileShapes(spaced, 'gi'));
  const words = lazily(() => [large(), wordy(), ...numbers()]);
  const codes = lazily(() => [large(), compileShapes(glued, 'gi'), wordy(), ...numbers()]);
  const unitAfter = new RegExp(`^ ?${unit}(?![${LETTERS}\\d])`, 'i');
  const quantities = new RegExp(quantity, 'g');

  const fill = (plain: string, { pattern, reasons }: ShapeSet, masked: Masked[]) =>
    plain.replace(pattern, (match: string, ...rest: unknown[]) => {
      if (runsBackwards(match)) return match;
      const at = rest.findIndex((one) => typeof one === 'number');
      const start = Number(rest[at]);
      const group = rest.slice(0, at).findIndex((one, place) => one !== undefined && reasons[place] !== undefined);
      masked.push({ start, end: start + match.length, reason: reasons[group] ?? 'identifier' });
      return FILLER.repeat(match.length);
    });
  const unitAt = (text: string, at: number) => unitAfter.exec(text.slice(at, at + LONGEST_UNIT))?.[0] ?? '';
  const fillAmounts = (text: string, masked: Masked[]) => {
    let plain = text;
    for (const { 0: digits, index: start } of text.matchAll(quantities)) {
      const follows = unitAt(text, start + digits.length);
      if (follows === '') continue;
      const end = start + digits.length + follows.length;
      masked.push({ start, end, reason: 'amount' });
      plain = plain.slice(0, start) + FILLER.repeat(end - start) + plain.slice(end);
    }
    return plain;
  };
  return {
    cover(text) {
      const masked: Masked[] = [];
      const numeric = NUMERIC.test(text);
      const sets = numeric ? numbers() : CODE.test(text) ? codes() : words();
      return { text: sets.reduce((plain, set) => fill(plain, set, masked), numeric ? text : fillAmounts(text, masked)), masked };
    },
    unitFollows: (text, at) => unitAt(text, at) !== '',
  };
}
