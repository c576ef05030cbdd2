import type { FinderData } from '@/utils/domain/phone-number/find/finder-rules';
import type { FinderOptions, NumberFinder } from '@/utils/domain/phone-number/number-finder';

export interface FinderCode {
  createNumberFinder(data: FinderData, options: FinderOptions): NumberFinder;
}

export interface PackedFinderParts {
  /** Text of the package's finder data. */
  readonly readData: () => Promise<string>;
  /** Its code, which is loaded with the first finder. */
  readonly loadCode: () => Promise<FinderCode>;
}

/** Makes finders over the packed metadata, which is read and parsed once. A failed try is not kept. */
export function createPackedFinders({ readData, loadCode }: PackedFinderParts): (options: FinderOptions) => Promise<NumberFinder> {
  const finders = new Map<string, Promise<NumberFinder>>();
  let data: Promise<FinderData> | null = null;
  const make = async (options: FinderOptions) => {
    data ??= readData().then((text) => JSON.parse(text) as FinderData);
    const [known, { createNumberFinder }] = await Promise.all([data, loadCode()]);
    return createNumberFinder(known, options);
  };
  return (options) => {
    const key = JSON.stringify(options);
    const known = finders.get(key);
    if (known !== undefined) return known;
    const making = make(options);
    finders.set(key, making);
    making.catch(() => {
      data = null;
      finders.delete(key);
    });
    return making;
  };
}
