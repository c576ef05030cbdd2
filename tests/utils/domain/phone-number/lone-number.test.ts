import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import type { FindLevel } from '@/utils/domain/phone-number/found-number';

const digit = fc.constantFrom(...'0123456789');
const group = fc.string({ unit: digit, minLength: 1, maxLength: 4 });
/** Anything like a number. */
const alike = fc
  .tuple(fc.constantFrom('', '0', '08', '070', '(08)', '+46 ', '+1 ', '0046 '), fc.constantFrom('', '-', ' '), fc.array(group, { minLength: 1, maxLength: 5 }), fc.constantFrom(' ', '-', '.'))
  .map(([prefix, sign, groups, between]) => `${prefix}${sign}${groups.join(between)}`);
/** As the plans write them, with other digits for the nines. */
const planned = fc
  .tuple(fc.constantFrom('08-499 99 99', '070-199 99 99', '01999-999 99', '0999-99 99 99', '+46 70 199 99 99', '(415) 599-9999', '415-599-9999', '22 99 99 99', '01 42 99 99 99'), fc.array(digit, { minLength: 10, maxLength: 10 }))
  .map(([form, digits]) => form.replace(/9/g, () => digits.pop() ?? '0'));
const written = fc.oneof(alike, planned);
const label = fc.constantFrom('', 'Telefon', 'Ordernr', 'Personnummer', 'Kund', 'Fax');

describe('a number that is all of its text', () => {
  it('is judged as in a closer look, whatever was remembered of others written so', () => {
    fc.assert(
      fc.property(written, label, fc.constantFrom('SE', 'US', 'NO', 'FR'), fc.constantFrom<FindLevel>('strict', 'normal', 'eager'), (text, named, region, level) => {
        const finder = finderFor({ region, level });
        const looked = finder.explain(text, { label: named }).flatMap(({ verdict }) => (verdict.kept ? [verdict.found] : []));
        expect(finder.find(text, { label: named })).toEqual(looked);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['08-465 00 14', '\n      08-465 00 14\n    ', '+46 8 465 00 14'])('is found without what reads words: %j', (text) => {
    const finder = finderFor({ region: 'SE', languages: ['lone'] });
    expect([finder.ready(text), finder.ready(`Tel ${text}`), finder.find(text).length]).toEqual([true, false, 1]);
  });

  it('is no reason to make what reads words; that is made part by part', () => {
    const finder = finderFor({ region: 'SE', languages: ['parts'] });
    let parts = 1;
    while (finder.warm()) parts++;
    expect(parts).toBeGreaterThan(3);
    expect(finder.ready('Tel 08-465 00 14')).toBe(true);
  });
});
