import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumberUri, type NumberUri } from '@/utils/domain/phone-number/number-uri';

type Said = Partial<NumberUri> & { readonly number: string };

describe('a link to a number', () => {
  it.each<[string, Said]>([
    // RFC 3966
    ['tel:+46701740607', { scheme: 'tel', number: '+46701740607' }],
    ['TEL:+46-70-174-06-07', { scheme: 'tel', number: '+46-70-174-06-07' }],
    ['tel:08%20410%20000%2010', { scheme: 'tel', number: '08 410 000 10' }],
    ['tel:%2B46701740607', { scheme: 'tel', number: '+46701740607' }],
    ['tel://+46701740607', { scheme: 'tel', number: '+46701740607' }],
    ['tel:+46841000010;ext=12', { scheme: 'tel', number: '+46841000010', extension: '12' }],
    ['tel:+46841000010;isub=1;EXT=12;x=y', { scheme: 'tel', number: '+46841000010', extension: '12' }],
    ['tel:070-1740607;phone-context=+46', { scheme: 'tel', number: '+46070-1740607' }],
    ['tel:863-1234;phone-context=+1-914-555', { scheme: 'tel', number: '+1914555863-1234' }],
    ['tel:7042;phone-context=example.com', { scheme: 'tel', number: '7042' }],
    ['tel:+46841000010;phone-context=+47', { scheme: 'tel', number: '+46841000010' }],
    ['tel:*43', { scheme: 'tel', number: '*43' }],
    ['tel:100%', { scheme: 'tel', number: '100%' }],
    ['tel:\u202a+46701740607\u202c', { scheme: 'tel', number: '+46701740607' }],
    ['callto:+46701740607', { scheme: 'callto', number: '+46701740607' }],
    ['callto:anna.berg?call', { scheme: 'callto', number: 'anna.berg' }],
    // RFC 3261
    ['sip:anna@one.example', { scheme: 'sip', number: 'anna', host: 'one.example' }],
    ['sips:+46701740607@one.example:5061;user=phone?subject=x', { scheme: 'sips', number: '+46701740607', host: 'one.example' }],
    ['sip:+46841000010;ext=12@one.example', { scheme: 'sip', number: '+46841000010', extension: '12', host: 'one.example' }],
    ['sip:201', { scheme: 'sip', number: '201' }],
    // RFC 5724
    ['sms:+46701740607', { scheme: 'sms', number: '+46701740607' }],
    ['sms:+46701740607?body=hello%20there', { scheme: 'sms', number: '+46701740607', body: 'hello there' }],
    ['sms:+46701740607?body=a+b%26c', { scheme: 'sms', number: '+46701740607', body: 'a+b&c' }],
    ['sms:+46701740607&body=hej', { scheme: 'sms', number: '+46701740607', body: 'hej' }],
    ['sms:+46701740607;?&body=hej', { scheme: 'sms', number: '+46701740607', body: 'hej' }],
    ['sms:+46701740607,+46701740608?body=', { scheme: 'sms', number: '+46701740607', numbers: ['+46701740607', '+46701740608'], body: '' }],
  ])('%s', (uri, said) => {
    expect(parseNumberUri(uri)).toStrictEqual({ numbers: [said.number], ...said });
  });

  it.each(['', 'tel:', 'tel:;ext=12', 'sms:?body=hej', 'sip:@one.example', 'mailto:a@b.se', 'https://x.se/tel:112', '+46701740607', 'teleport:1', 'tel'])(
    '%s names nobody',
    (uri) => {
      expect(parseNumberUri(uri)).toBeNull();
    },
  );

  it('is read whatever it holds, and never throws', () => {
    const scheme = fc.constantFrom('tel:', 'callto:', 'sip:', 'sips:', 'sms:', 'tel://', '');
    const rest = fc.oneof(fc.string(), fc.stringMatching(/^[+\d ()%;=@?&,.a-z-]{0,40}$/));
    fc.assert(
      fc.property(scheme, rest, (start, end) => {
        const uri = parseNumberUri(start + end);
        if (uri === null) return;
        expect(uri.number).not.toBe('');
        expect(uri.number).not.toMatch(/[;@]/);
        expect(uri.numbers[0]).toBe(uri.number);
        if (uri.extension !== undefined) expect(uri.extension).toMatch(/^\d{1,8}$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back the number, the extension and the text that were written into it', () => {
    const number = fc.stringMatching(/^\+[1-9]\d{5,14}$/);
    fc.assert(
      fc.property(number, fc.stringMatching(/^\d{1,8}$/), fc.string({ unit: 'grapheme' }), (to, extension, body) => {
        expect(parseNumberUri(`tel:${encodeURIComponent(to)};ext=${extension}`)).toMatchObject({ number: to, extension });
        expect(parseNumberUri(`sms:${to}?body=${encodeURIComponent(body)}`)).toMatchObject({ number: to, body });
      }),
    );
  });
});
