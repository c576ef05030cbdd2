import type { NumberMetadata } from '@/utils/domain/phone-number/find/number-plan';
import type { FinderOptions, NumberFinder } from '@/utils/domain/phone-number/number-finder';

/** Where wxt.config.ts packs the number plans of all regions. */
export const METADATA_FILE = '/phone-metadata.json';

export interface PackedFinderParts {
  /** Text of {@link METADATA_FILE}. */
  readonly readMetadata: () => Promise<string>;
  /** Its code, which is loaded with the first finder. */
  readonly loadCode: () => Promise<{ createNumberFinder(metadata: NumberMetadata, options: FinderOptions): NumberFinder }>;
}

/** Makes finders over the packed metadata, which is read and parsed once. A failed try is not kept. */
export function createPackedFinders({ readMetadata, loadCode }: PackedFinderParts): (options: FinderOptions) => Promise<NumberFinder> {
  const finders = new Map<string, Promise<NumberFinder>>();
  let metadata: Promise<NumberMetadata> | null = null;
  const make = async (options: FinderOptions) => {
    metadata ??= readMetadata().then((text) => JSON.parse(text) as NumberMetadata);
    const [plans, { createNumberFinder }] = await Promise.all([metadata, loadCode()]);
    return createNumberFinder(plans, options);
  };
  return (options) => {
    const key = JSON.stringify(options);
    const known = finders.get(key);
    if (known !== undefined) return known;
    const making = make(options);
    finders.set(key, making);
    making.catch(() => {
      metadata = null;
      finders.delete(key);
    });
    return making;
  };
}
