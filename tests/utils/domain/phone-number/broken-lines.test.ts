import { describe, expect, it } from 'vitest';
import { findNumbers } from '@/utils/domain/phone-number/find-numbers';

const found = (text: string, region: string) => findNumbers(text, { region }).map(({ start, end, e164 }) => [text.slice(start, end), e164]);

describe('a number that goes on in the next line', () => {
  it.each([
    ['SE', 'Vaktmästaren svarar på 070-\n123 45 67 efter klockan fyra.', '070-\n123 45 67', '+46701234567'],
    ['SE', 'Bokning sker via receptionen, 08-465\n00 14.', '08-465\n00 14', '+4684650014'],
    ['DE', 'Rufen Sie uns an unter 030 901\n82 44 oder kommen Sie vorbei.', '030 901\n82 44', '+49309018244'],
    ['FR', 'Vous pouvez nous joindre au 01 42 68\n53 00 du lundi au vendredi', '01 42 68\n53 00', '+33142685300'],
    ['US', 'Call the front desk: (415)\n555-2671 before noon', '(415)\n555-2671', '+14155552671'],
    ['NO', 'Ring oss på +47 22\n33 44 55 hele døgnet', '+47 22\n33 44 55', '+4722334455'],
    ['IT', 'Per informazioni 06 6982\n1234 (ore ufficio)', '06 6982\n1234', '+390669821234'],
  ])('in %s: %j', (region, text, written, e164) => expect(found(text, region)).toEqual([[written, e164]]));

  it.each([
    ['two numbers, a line each', 'SE', 'Ring 08-465 00 14\n070-123 45 67 går också', ['08-465 00 14', '070-123 45 67']],
    ['a number and the number of a house', 'SE', 'Ring 08-465 00 14\n12 trappor upp', ['08-465 00 14']],
    ['a list with an amount a line', 'SE', 'Saldo\n0701\n234567\n0702', []],
    ['a time in the next line', 'SE', 'Passet 0701 23\n45:67 minuter', []],
    ['digits that are no number together', 'DE', 'Raum 0301\n22 Personen', []],
  ])('but not %s', (_, region, text, written) => expect(found(text, region).map(([one]) => one)).toEqual(written));
});
