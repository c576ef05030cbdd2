import type { Explained } from '../found-number';

/** A candidate together with how it is written. */
export interface Sighting {
  readonly explained: Explained;
  /** As it stands in the text. */
  readonly written: string;
  /** Words of its own say what it is: a phone, or whose. */
  readonly named: boolean;
}

/** Members of a series differ in so many last digits at most. */
const DIFFERENT = 3;
/** A word with a capital, or a line with words, begins something else. */
const NEW_LABEL = /\p{Lu}|\p{L}[^\n]*\n|\n[^\n]*\p{L}/u;
/** Characters between members of a series. */
const NEAR = 48;

/**
 * Bare digits in a row that differ in their ends only, with nothing but a list's signs between: ids too, unless they
 * are named.
 */
function bareSeries(sightings: readonly Sighting[], plain: string): ReadonlySet<Sighting> {
  const series = new Set<Sighting>();
  sightings.forEach((one, at) => {
    const next = sightings[at + 1];
    if (!next || one.named || /\D/.test(one.written) || !sameSeries(one.written, next.written)) return;
    if (!/^[\s,;/&+]*(?:\p{L}{1,4}\s)?$/u.test(plain.slice(one.explained.end, next.explained.start))) return;
    series.add(one).add(next);
  });
  return series;
}

/**
 * Ids come in series: what follows a labelled id, is written as it is and begins alike, is one too, unless words of its
 * own say otherwise. "Spare part 0771 33 33 10 replaces 0771 33 33 08".
 */
export function withoutSiblingsOfIds(sightings: readonly Sighting[], plain: string): Explained[] {
  const ids: Sighting[] = [];
  const bare = bareSeries(sightings, plain);
  return sightings.map((sighting) => {
    const { explained, named, written } = sighting;
    const { start, end, verdict } = explained;
    const series = verdict.kept && !named && !written.startsWith('+') && (bare.has(sighting) || ids.some((id) => start - id.explained.end < NEAR && !NEW_LABEL.test(plain.slice(id.explained.end, start)) && sameSeries(id.written, written)));
    if (series || (!verdict.kept && verdict.reason === 'label')) ids.push(sighting);
    return series ? { start, end, verdict: { kept: false, reason: 'list' } } : explained;
  });
}

function sameSeries(a: string, b: string): boolean {
  if (a.replace(/\d/g, '0') !== b.replace(/\d/g, '0')) return false;
  return a.replace(/\D/g, '').slice(0, -DIFFERENT) === b.replace(/\D/g, '').slice(0, -DIFFERENT);
}
