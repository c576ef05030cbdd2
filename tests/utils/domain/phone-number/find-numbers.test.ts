import { describe, expect, it } from 'vitest';
import { findNumbers } from '@/utils/domain/phone-number/find-numbers';

const found = (text: string, region = 'SE') => findNumbers(text, region === '' ? {} : { region }).map(({ start, end, dial }) => [text.slice(start, end), dial]);
const dials = (text: string, region = 'SE') => findNumbers(text, region === '' ? {} : { region }).map(({ dial }) => dial);

describe('formats', () => {
  it.each([
    ['070-174 06 07', '+46701740607'],
    ['0701740607', '+46701740607'],
    ['08-465 004 05', '+46846500405'],
    ['08/465 004 05', '+46846500405'],
    ['08.465.004.06', '+46846500406'],
    ['+46 (0)70-174 06 07', '+46701740607'],
    ['+46 070 174 06 07', '+46701740607'],
    ['0046701740607', '+46701740607'],
    ['+44 20 7946 0018', '+442079460018'],
    ['070-174\u00a006\u200907', '+46701740607'],
    ['０７０－１７４　０６　０７', '+46701740607'],
    ['+٤٦٧٠١٧٤٠٦٠٧', '+46701740607'],
    ['070\u2060-\u2060174 06 07', '+46701740607'],
    ['070–174 06 07', '+46701740607'],
  ])('%s', (text, e164) => {
    expect(found(text)).toEqual([[text, e164]]);
  });

  it('takes the region it is given, and only a plus without one', () => {
    expect(dials('(212) 736-5000', 'US')).toEqual(['+12127365000']);
    expect(dials('(212) 736-5000', 'SE')).toEqual([]);
    expect(dials('070-174 06 07 or +46 8 465 004 05', '')).toEqual(['+46846500405']);
  });

  it('parts numbers side by side', () => {
    expect(dials('08-465 004 66, 08-465 004 67')).toEqual(['+46846500466', '+46846500467']);
    expect(dials('070-174 06 07 08-465 004 67')).toEqual(['+46701740607', '+46846500467']);
    expect(dials('Tel 0413-55 60 10/0733-44 92 10')).toEqual(['+46413556010', '+46733449210']);
  });

  it('leaves the parentheses around a whole number out, and keeps those of its own', () => {
    expect(found('(070-174 06 07)')).toEqual([['070-174 06 07', '+46701740607']]);
    expect(found('(09) 123 4568', 'FI')).toEqual([['(09) 123 4568', '+35891234568']]);
  });
});

describe('extensions', () => {
  it.each([
    ['08-465 004 00 ankn 123', '123'],
    ['+46 8 465 004 00 x345', '345'],
    ['Växel 031-390 06 00 ank 201', '201'],
  ])('%s', (text, extension) => {
    const [one] = findNumbers(text, { region: 'SE' });
    expect(one?.extension).toBe(extension);
    expect(text.slice(one?.end)).toContain(extension);
  });

  it('does not take letters after one for a number', () => {
    expect(dials('+44 2034567890x456forme', 'GB')).toEqual([]);
  });
});

describe('short service numbers', () => {
  it.each([
    ['Ring 1177 för råd', '1177'],
    ['Tel: 112', '112'],
    ['Telefon: 114 14 (polisen)', '11414'],
    ['Ring 118 118', '118118'],
    ['Ring 113 13', '11313'],
    ['Ring 90 000', '90000'],
  ])('%s', (text, dial) => {
    const [one] = findNumbers(text, { region: 'SE' });
    expect(one).toMatchObject({ e164: null, dial, kind: 'short' });
  });

  it.each(['112', '1177 besök', '11313 poster', '90 000 kr', 'Ring kl 08 465'])('not without a word that says phone: %s', (text) => {
    expect(dials(text)).toEqual([]);
  });
});

describe('vanity numbers', () => {
  it('only where they are marked', () => {
    expect(found('Call 1-800-FLOWERS today', 'US')).toEqual([['1-800-FLOWERS', '+18003569377']]);
    expect(dials('Model 1-800-FLOWERS today', 'US')).toEqual([]);
  });
});

describe('look-alikes', () => {
  it.each([
    ['personnummer', '19811218-9876'],
    ['of somebody born after 2000', '010203-1234'],
    ['with a space', 'Pat: 031205 1234'],
    ['samordningsnummer', 'Samordningsnummer 701063-2391'],
    ['organisationsnummer', 'Orgnr 556703-7485'],
    ['bankgiro', 'Bankgiro 5050-1055'],
    ['plusgiro', 'PG: 90 20 03-3'],
    ['OCR', 'OCR 0701740611'],
    ['IBAN', 'SE45 5000 0000 0583 9825 7466'],
    ['VAT', 'Momsreg.nr SE556036079306'],
    ['card', '4111 1111 1111 1111'],
    ['EAN', 'EAN 7310865004703'],
    ['ISBN', 'ISBN 978-91-0-012345-6'],
    ['date', '08-12-2023'],
    ['date with spaces', 'den 08 12 2023'],
    ['ISO date and time', '2024-01-15 08:30:15'],
    ['hours', '08.00-17.00'],
    ['hours without colons', 'Öppet: 0800-1200 1300-1700'],
    ['price', '08 500 000 SEK'],
    ['decimals', '0,701740618'],
    ['IP', '192.168.100.200'],
    ['MAC', '00:1A:2B:3C:4D:5E'],
    ['UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['version', 'v1.2.3.4567'],
    ['coordinates', '59.329323, 18.068581'],
    ['after #', '#070-1234567'],
    ['order number', 'Beställningsnr. 070-1234567'],
    ['told by a word behind', '0701740612 är ditt bokningsnummer'],
    ['file', 'rapport-0701740622.pdf'],
    ['path', 'C:\\data\\0701740623\\log.txt'],
    ['part of a code', 'AB-0701740620'],
    ['hex dump', '<Buffer 08 07 06 05 04 03 02 01>'],
  ])('%s', (_, text) => {
    expect(dials(text)).toEqual([]);
  });

  it('takes all members of a list for what the first is', () => {
    expect(dials('Skrotade serienummer: 0705551201; 0705551202; 0705551203')).toEqual([]);
    expect(dials('Reservdel 0771 33 33 10 ersätter 0771 33 33 08')).toEqual([]);
  });

  it('does not hand a label on to a number of another kind', () => {
    expect(dials('Order 123456, 070-174 06 07')).toEqual(['+46701740607']);
    expect(dials('Kundnr 0701740607, mobil 070-174 06 08')).toEqual(['+46701740608']);
  });

  it('reads the heading of a column', () => {
    const text = 'Ordernr\tKund\tTelefon\n0701234561\tElin Ahl\t0708123490\n0701234562\tRune Ek\t0739001122';
    expect(dials(text)).toEqual(['+46708123490', '+46739001122']);
  });
});

describe('surroundings of a page', () => {
  const options = { region: 'NO' };
  it('needs a label for bare digits where no prefix tells them', () => {
    expect(findNumbers('22123458', options)).toEqual([]);
  });

  it('takes more with each level', () => {
    const texts = ['Tel 070-174 06 07', '0701740607', '46701740607'];
    const kept = (level: 'strict' | 'normal' | 'eager') => texts.filter((text) => findNumbers(text, { region: 'SE', level }).length > 0);
    expect(kept('strict')).toEqual(['Tel 070-174 06 07']);
    expect(kept('normal')).toEqual(['Tel 070-174 06 07', '0701740607']);
    expect(findNumbers('Mobil: 46701740607', { region: 'SE' })).toHaveLength(1);
  });
});

it('tells the kind and how sure it is', () => {
  expect(findNumbers('Mobil 070-174 06 07', { region: 'SE' })).toMatchObject([{ kind: 'mobile', confidence: 'strict' }]);
  expect(findNumbers('020-88 12 40', { region: 'SE' })).toMatchObject([{ kind: 'toll-free' }]);
});
