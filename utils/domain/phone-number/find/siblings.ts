import type { Explained } from '../found-number';
import type { Grammar } from './grammar';

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
const NEW_LABEL = /\p{Lu}|\p{L}[^\n]*\n|\n[^\n]*\p{L}|(?:^| )(?:på|on|at|unter|au|al|op|pod) $/u;
/** Characters between members of a series. */
const NEAR = 48;

const REMARK = /\([^()\n]{1,30}\)/g;
/** So many in a list are ids. */
const MANY = 3;

/** Sightings in rows, as long as one `joins` the last. */
function rowsOf(sightings: readonly Sighting[], plain: string, joins: (last: Sighting, one: Sighting, between: string) => boolean): Sighting[][] {
  const rows: Sighting[][] = [];
  for (const one of sightings) {
    const last = rows.at(-1)?.at(-1);
    if (last && joins(last, one, plain.slice(last.explained.end, one.explained.start))) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows;
}

/**
 * Numbers in a row that differ in their ends only are ids, unless they are named: two of bare digits or of a range,
 * three that are grouped. So are three of anything that has numbers of its own.
 */
function rowsOfIds(sightings: readonly Sighting[], plain: string, { range, listed }: Grammar): ReadonlySet<Sighting> {
  const ranges = new Set<Sighting>();
  const series = rowsOf(sightings, plain, (last, one, between) => {
    const ranged = range.test(between);
    if (!sameSeries(last.written, one.written) && !(ranged && isAlike(last.written, one.written))) return false;
    if (ranged) ranges.add(one);
    return ranges.has(one) || listed.test(between);
  }).filter((row) => row[0]?.named === false && !row[0].written.startsWith('(') && row.length >= (/\D/.test(row[0].written) && !row.some((one) => ranges.has(one)) ? MANY : 2));
  const things = rowsOf(sightings, plain, (last, one, between) => shape(last.written) === shape(one.written) && listed.test(between.replace(REMARK, '')));
  const alike = rowsOf(sightings, plain, (last, one, between) => isAlike(last.written, one.written) && listed.test(between.replace(REMARK, ''))).filter(
    (row) => row.length >= MANY && !row.some(({ named, written }) => named || /^[+(]/.test(written)),
  );
  return new Set([...series, ...alike, ...things.filter((row) => row.length >= MANY && row[0]?.thing)].flat());
}

/** Ids of one kind begin alike; numbers of a few people hardly do. */
function isAlike(a: string, b: string): boolean {
  if (shape(a) !== shape(b)) return false;
  const [one, other] = [a, b].map((written) => written.replace(/\D/g, '')) as [string, string];
  return one.slice(0, Math.ceil(one.length / 2)) === other.slice(0, Math.ceil(one.length / 2));
}

const shape = (written: string) => written.replace(/\d/g, '0');

/**
 * Ids come in series: what follows a labelled id, is written as it is and begins alike, is one too, unless words of its
 * own say otherwise. "Spare part 0771 33 33 10 replaces 0771 33 33 08".
 */
export function withoutSiblingsOfIds(sightings: readonly Sighting[], plain: string, grammar: Grammar): Explained[] {
  const ids: Sighting[] = [];
  const rows = rowsOfIds(sightings, plain, grammar);
  return sightings.map((sighting) => {
    const { explained, named, written } = sighting;
    const { start, end, verdict } = explained;
    const isId = verdict.kept && !named && !written.startsWith('+') && (rows.has(sighting) || ids.some((id) => start - id.explained.end < NEAR && !NEW_LABEL.test(plain.slice(id.explained.end, start)) && sameSeries(id.written, written)));
    if (isId || (!verdict.kept && verdict.reason === 'label')) ids.push(sighting);
    return isId ? { start, end, verdict: { kept: false, reason: 'list' } } : explained;
  });
}

function sameSeries(a: string, b: string): boolean {
  if (shape(a) !== shape(b)) return false;
  return a.replace(/\D/g, '').slice(0, -DIFFERENT) === b.replace(/\D/g, '').slice(0, -DIFFERENT);
}
