import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseDialled } from '@/utils/domain/phone-number/dialling';
import { dialTarget } from '@/utils/domain/phone-number/dial-target';

const e164 = (input: string, region: string) => {
  const dialled = normaliseDialled(input, region);
  return dialled.kind === 'number' ? dialled.e164 : dialled.kind === 'short' ? `short ${dialled.digits}` : 'invalid';
};

describe('dialled numbers', () => {
  it.each([
    // Sweden
    ['070-174 06 07', 'SE', '+46701740607'],
    ['0701740607', 'SE', '+46701740607'],
    ['+46 (0)70 174 06 07', 'SE', '+46701740607'],
    ['0046 70 174 06 07', 'SE', '+46701740607'],
    ['+46701740607', 'US', '+46701740607'],
    ['(08) 410 000 10', 'SE', '+46841000010'],
    ['08/410 000 10', 'SE', '+46841000010'],
    ['08–410 000 10', 'SE', '+46841000010'],
    ['(0)8 410 000 10', 'SE', '+46841000010'],
    ['08\u00a0410\u2009000\u202f10', 'SE', '+46841000010'],
    ['\u202a+46 8 410 000 10\u202c', 'SE', '+46841000010'],
    ['＋４６８４１０００１０', 'SE', '+4684100010'],
    ['0771-567 567', 'SE', '+46771567567'],
    // Norway, Denmark: no trunk prefix
    ['22 12 34 56', 'NO', '+4722123456'],
    ['0047 22 12 34 56', 'NO', '+4722123456'],
    ['33 12 34 56', 'DK', '+4533123456'],
    ['+45 33 12 34 56', 'SE', '+4533123456'],
    // Germany, Great Britain
    ['030 123456', 'DE', '+4930123456'],
    ['0049 (0) 30 123456', 'DE', '+4930123456'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['+44 (0)20 7946 0018', 'SE', '+442079460018'],
    ['07400 123456', 'GB', '+447400123456'],
    // United States: another trunk and international prefix
    ['(201) 555-0123', 'US', '+12015550123'],
    ['1-201-555-0123', 'US', '+12015550123'],
    ['011 46 8 410 000 10', 'US', '+46841000010'],
    // URIs
    ['tel:+46-70-174-06-07', 'SE', '+46701740607'],
    ['tel:070-1740607;phone-context=+46', 'US', '+46701740607'],
    ['tel:8-41000010;phone-context=+46', 'US', '+46841000010'],
    ['tel:%2B46701740607', 'SE', '+46701740607'],
    ['callto:+46701740607', 'SE', '+46701740607'],
    ['sip:+46701740607@one.test;user=phone', 'SE', '+46701740607'],
    ['sip:201@one.test', 'SE', 'short 201'],
    ['tel:112', 'SE', 'short 112'],
    // Emergency, service and company numbers: as typed
    ['112', 'SE', 'short 112'],
    ['911', 'US', 'short 911'],
    ['999', 'GB', 'short 999'],
    ['110', 'DE', 'short 110'],
    ['113', 'NO', 'short 113'],
    ['116 117', 'DE', 'short 116117'],
    ['118 118', 'SE', 'short 118118'],
    ['11414', 'SE', 'short 11414'],
    ['201', 'SE', 'short 201'],
    ['*43', 'SE', 'short *43'],
    ['*21*0701740607#', 'SE', 'short *21*0701740607#'],
    ['##002#', 'SE', 'short ##002#'],
    // Nothing to dial
    ['', 'SE', 'invalid'],
    ['hello', 'SE', 'invalid'],
    ['+', 'SE', 'invalid'],
    ['+112', 'SE', 'invalid'],
    ['00', 'SE', 'invalid'],
    ['070-174 06 07 08 09 10 11 12 13', 'SE', 'invalid'],
    ['alice@example.com', 'SE', 'invalid'],
    ['javascript:alert(1)', 'SE', 'invalid'],
    ['12345678901234567890', 'SE', 'invalid'],
    ['+*43', 'SE', 'invalid'],
  ])('%s in %s → %s', (input, region, expected) => {
    expect(e164(input, region)).toBe(expected);
  });

  it.each([
    ['tel:+46841000010;ext=12', '12'],
    ['08-410 000 10 ext. 12', '12'],
    ['08-410 000 10 x12', '12'],
    ['08-410 000 10 ankn 12', '12'],
    ['08-410 000 10, 12', '12'],
    ['08-410 000 10', undefined],
  ])('%s: extension %s', (input, extension) => {
    const dialled = normaliseDialled(input, 'SE');
    expect(dialled).toStrictEqual({ kind: 'number', e164: '+46841000010', ...(extension !== undefined && { extension }) });
  });

  it('never throws, and what it gives is dialled as it is', () => {
    const region = fc.constantFrom('SE', 'NO', 'DK', 'DE', 'GB', 'US', 'ZZ');
    const input = fc.oneof(fc.string(), fc.stringMatching(/^[+\d ()*#\-.;=a-z:@]{0,30}$/), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(input, region, (text, where) => {
        const dialled = normaliseDialled(text, where);
        if (dialled.kind === 'number') expect(dialled.e164).toMatch(/^\+[1-9]\d{1,14}$/);
        if (dialled.kind === 'short') expect(dialled.digits).toMatch(/^[\d*#]+$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('means the same when its own answer is dialled again, anywhere', () => {
    const national = fc.stringMatching(/^0[1-9]\d{6,8}$/);
    fc.assert(
      fc.property(national, fc.constantFrom('SE', 'NO', 'US', 'DE'), (number, elsewhere) => {
        const dialled = normaliseDialled(number, 'SE');
        if (dialled.kind === 'number') expect(normaliseDialled(dialled.e164, elsewhere)).toStrictEqual(dialled);
      }),
    );
  });

  it('does not care how a number is spaced', () => {
    const spaced = fc.array(fc.constantFrom('', ' ', '-', '.', '\u00a0', '/'), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(spaced, (gaps) => {
        const typed = [...'0701740607'].map((digit, at) => digit + gaps[at]).join('');
        expect(e164(typed, 'SE')).toBe('+46701740607');
      }),
    );
  });
});

describe('where a call goes', () => {
  it.each([
    ['alice@example.com', { kind: 'address', user: 'alice', host: 'example.com' }],
    ['sip:alice@Example.com;transport=ws', { kind: 'address', user: 'alice', host: 'example.com' }],
    ['sip:070-1740607@example.com', { kind: 'number', e164: '+46701740607' }],
    ['201', { kind: 'short', digits: '201' }],
    ['alice', null],
    ['<sip:alice@example.com>', null],
    ['alice@exa mple.com', null],
    ['alice@example.com\r\nX: y', null],
  ])('%s, where addresses are allowed', (input, expected) => {
    expect(dialTarget(input, { region: 'SE', addresses: true })).toStrictEqual(expected);
  });

  it('is no address for a One account', () => {
    expect(dialTarget('alice@example.com', { region: 'SE', addresses: false })).toBeNull();
  });
});
