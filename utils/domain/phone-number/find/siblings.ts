import type { Explained } from '../found-number';

/** A candidate together with how it is written. */
export interface Sighting {
  readonly explained: Explained;
  /** As it stands in the text. */
  readonly written: string;
  /** Words of its own say what it is: a phone, or whose. */
  readonly named: boolean;
  /** Something that has numbers of its own stands before it. */
  readonly thing: boolean;
}

/** Members of a series differ in so many last digits at most. */
const DIFFERENT = 3;
/** A word with a capital, or a line with words, begins something else. */
const NEW_LABEL = /\p{Lu}|\p{L}[^\n]*\n|\n[^\n]*\p{L}/u;
/** Characters between members of a series. */
const NEAR = 48;

/** With nothing but a list's signs between. */
const LISTED = /^[\s,;/&+•*-]*(?:(?:och|and|samt|eller|or|und|oder|et|ou|y|e|en|og|ja|tai|i)\s)?$/u;

/** "0800 496 0112 to 0800 496 0188" */
const RANGE = /^\s*(?:-+>?|→|=>|to|through|thru|till?|t\.?o\.?m\.?|bis|tot|al?|à|au|do|até)\s*$/;

/**
 * Numbers in a row that differ in their ends only are ids, unless they are named: two of bare digits or of a range,
 * three that are grouped.
 */
function bareSeries(sightings: readonly Sighting[], plain: string): ReadonlySet<Sighting> {
  const series = new Set<Sighting>();
  let row: Sighting[] = [];
  let range = false;
  const close = () => {
    const [first] = row;
    if (first && !first.named && !first.written.startsWith('(') && row.length >= (/\D/.test(first.written) && !range ? 3 : 2)) for (const one of row) series.add(one);
  };
  for (const one of sightings) {
    const last = row.at(-1);
    const between = last && sameSeries(last.written, one.written) ? plain.slice(last.explained.end, one.explained.start) : '?';
    const ranges = RANGE.test(between);
    if (!ranges && !LISTED.test(between)) {
      close();
      row = [];
      range = false;
    }
    range ||= ranges;
    row.push(one);
  }
  close();
  return series;
}

const REMARK = /\([^()\n]{1,30}\)/g;
/** So many numbers of things in a list are their ids, whoever answers for them. */
const MANY = 3;

/** "Spare parts: 0704-22 18 90, 0704-22 19 01 (left) and 0704-23 44 10" */
function listedThings(sightings: readonly Sighting[], plain: string): ReadonlySet<Sighting> {
  const listed = new Set<Sighting>();
  let row: Sighting[] = [];
  const close = () => {
    if (row.length >= MANY && row[0]?.thing) for (const one of row) listed.add(one);
    row = [];
  };
  for (const one of sightings) {
    const last = row.at(-1);
    if (last && !(shape(last.written) === shape(one.written) && LISTED.test(plain.slice(last.explained.end, one.explained.start).replace(REMARK, '')))) close();
    row.push(one);
  }
  close();
  return listed;
}

const shape = (written: string) => written.replace(/\d/g, '0');

/**
 * Ids come in series: what follows a labelled id, is written as it is and begins alike, is one too, unless words of its
 * own say otherwise. "Spare part 0771 33 33 10 replaces 0771 33 33 08".
 */
export function withoutSiblingsOfIds(sightings: readonly Sighting[], plain: string): Explained[] {
  const ids: Sighting[] = [];
  const series = bareSeries(sightings, plain);
  const things = listedThings(sightings, plain);
  return sightings.map((sighting) => {
    const { explained, named, written } = sighting;
    const { start, end, verdict } = explained;
    const isId = verdict.kept && !named && !written.startsWith('+') && (series.has(sighting) || things.has(sighting) || ids.some((id) => start - id.explained.end < NEAR && !NEW_LABEL.test(plain.slice(id.explained.end, start)) && sameSeries(id.written, written)));
    if (isId || (!verdict.kept && verdict.reason === 'label')) ids.push(sighting);
    return isId ? { start, end, verdict: { kept: false, reason: 'list' } } : explained;
  });
}

function sameSeries(a: string, b: string): boolean {
  if (shape(a) !== shape(b)) return false;
  return a.replace(/\D/g, '').slice(0, -DIFFERENT) === b.replace(/\D/g, '').slice(0, -DIFFERENT);
}
