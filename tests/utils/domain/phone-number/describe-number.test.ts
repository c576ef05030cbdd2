import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeNumber } from '@/utils/domain/phone-number/describe-number';

it.each([
  ['+46701740607', 'SE', { formatted: '070-174 06 07', e164: '+46701740607', country: 'SE' }],
  ['tel:+46841000010;ext=12', 'SE', { formatted: '08-410 000 10', e164: '+46841000010', country: 'SE' }],
  ['070-174 06 07', 'SE', { formatted: '070-174 06 07', e164: '+46701740607', country: 'SE' }],
  ['+46701740607', 'NO', { formatted: '+46 70 174 06 07', e164: '+46701740607', country: 'SE' }],
  ['112', 'SE', { formatted: '112', e164: null, country: null, kind: 'short' }],
  ['sip:201@one.example', 'SE', { formatted: '201', e164: null, country: null, kind: 'short' }],
  ['sip:anna@one.example', 'SE', { formatted: 'anna@one.example', e164: null, country: null, kind: null }],
] as const)('%s for a user in %s', (input, region, said) => {
  expect(describeNumber(input, region)).toMatchObject(said);
});

it('takes whatever a page may hold', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('SE', 'US', ''), (input, region) => {
      expect(describeNumber(input, region).formatted).toBeTypeOf('string');
    }),
  );
});
