import fc from 'fast-check';
import googleLibphonenumber from 'google-libphonenumber';
import { getCountries, getExampleNumber, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '@/utils/domain/phone-number/find-numbers';

const only = (text: string, region?: string) => {
  const found = findNumbers(text, region === undefined ? {} : { region });
  return found.length === 1 ? found[0]?.e164 : found.map(({ e164 }) => e164);
};

describe('every example number of every region', () => {
  it.each(getCountries())('%s', (region) => {
    const example = getExampleNumber(region, examples);
    if (!example) throw new Error(`no example of ${region}`);
    expect(only(example.formatNational(), region)).toBe(example.number);
    expect(only(example.formatInternational())).toBe(example.number);
    expect(only(example.formatInternational(), 'SE')).toBe(example.number);
    expect(only(example.number, 'US')).toBe(example.number);
  });

  it('of every type in Google’s own metadata', () => {
    const { PhoneNumberFormat, PhoneNumberUtil } = googleLibphonenumber;
    const google = PhoneNumberUtil.getInstance();
    /** Written without the prefix that all other numbers of their plan have, as amounts and ids are. */
    const bare = ['+4916412345', '+260630123456'];
    const missed: string[] = [];
    let seen = 0;
    for (const region of google.getSupportedRegions())
      for (let type = 0; type <= 10; type += 1) {
        const example = google.getExampleNumberForType(region, type) as ReturnType<typeof google.getExampleNumberForType> | null;
        if (example === null) continue;
        const e164 = google.format(example, PhoneNumberFormat.E164);
        // The two libraries' metadata are not of the same day.
        if (parsePhoneNumberFromString(e164)?.isValid() !== true || bare.includes(e164)) continue;
        seen += 1;
        const national = google.format(example, PhoneNumberFormat.NATIONAL);
        const international = google.format(example, PhoneNumberFormat.INTERNATIONAL);
        if (only(national, region) !== e164) missed.push(`${region} ${national}`);
        if (only(international) !== e164) missed.push(international);
      }
    expect(seen).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  });
});

describe('any text', () => {
  const regions = fc.constantFrom<CountryCode | undefined>('SE', 'US', 'NO', 'DE', 'GB', 'FR', undefined);
  const digitsAndSigns = fc.string({ unit: fc.constantFrom(...'0123456789+-() ./,:;\n\tabcÅ№#'), maxLength: 120 });
  const text = fc.oneof(digitsAndSigns, fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem());

  it('has numbers in order, apart, and such as can be dialled', () => {
    fc.assert(
      fc.property(text, regions, (any, region) => {
        let last = 0;
        for (const { start, end, e164, dial } of findNumbers(any, region === undefined ? {} : { region })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(any.length);
          expect(e164 ?? '+460').toMatch(/^\+[1-9]\d{3,14}$/);
          expect(dial).toBe(e164 ?? dial);
          last = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('of digits alone means what the library says it means', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0\d{6,10}$/), (digits) => {
        const [found] = findNumbers(`Tel ${digits}`, { region: 'SE' });
        if (found?.e164) expect(parsePhoneNumberFromString(digits, 'SE')?.number).toBe(found.e164);
      }),
      { numRuns: 2000 },
    );
  });

  it('costs no more for being one long word', () => {
    const word = 'a1'.repeat(200_000);
    expect(findNumbers(`${word} 070-174 06 07 ${word}`, { region: 'SE' })).toHaveLength(1);
  });
});
