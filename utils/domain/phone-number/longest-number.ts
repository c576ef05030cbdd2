import { normaliseDialled } from './dialling';
import type { FoundNumber } from './found-number';
import type { NumberFinder } from './number-finder';

const RUN = /[+(]?\d[\d\s().\-/\u2010-\u2015]*\d/g;

/** Takes the longest run of digits in a text that can be dialled as a number of the region. */
export function longestNumber(region: string): Pick<NumberFinder, 'find'> {
  return {
    find(text) {
      const runs = [...text.matchAll(RUN)].sort((a, b) => b[0].length - a[0].length);
      for (const { 0: run, index } of runs) {
        const dialled = normaliseDialled(run, region);
        if (dialled.kind !== 'number') continue;
        const found: FoundNumber = { start: index, end: index + run.length, e164: dialled.e164, dial: dialled.e164, kind: 'other', confidence: 'eager' };
        return [found];
      }
      return [];
    },
  };
}
