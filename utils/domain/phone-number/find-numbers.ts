import plans from 'libphonenumber-js/max/metadata';
import { createNumberFinder } from './create-number-finder';
import { FINDER_RULES } from './find/data/finder-data';
import type { NumberMetadata } from './find/number-plan';
import type { FoundNumber } from './found-number';
import type { FinderOptions, NumberFinder } from './number-finder';

const finders = new Map<string, NumberFinder>();

/**
 * Phone numbers in a text, in its order. Offsets are UTF-16 units; `e164` has its plus. National formats are those of
 * `region` (ISO 3166), without one only international numbers are found. Never throws. Source: E.164 and the
 * numbering plans in libphonenumber's metadata; for pages, which must not carry those, see {@link createNumberFinder}.
 */
export function findNumbers(text: string, options: FinderOptions = {}): FoundNumber[] {
  return [...finderFor(options).find(text)];
}

/** The same finder for the same options. */
export function finderFor(options: FinderOptions): NumberFinder {
  const key = `${options.region ?? ''} ${options.level ?? ''} ${options.languages?.join() ?? ''}`;
  const known = finders.get(key);
  if (known) return known;
  const finder = createNumberFinder({ plans: plans as unknown as NumberMetadata, ...FINDER_RULES }, options);
  finders.set(key, finder);
  return finder;
}
