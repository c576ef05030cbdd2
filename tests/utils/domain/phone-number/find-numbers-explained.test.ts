import { describe, expect, it } from 'vitest';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';

const { explain, find } = finderFor({ region: 'SE' });
const reasons = (text: string) => explain(text).map(({ start, end, verdict }) => [text.slice(start, end), verdict.reason]);

describe('explain', () => {
  it.each([
    ['+46 70 174 06 07', [['+46 70 174 06 07', 'international']]],
    ['070-174 06 07', [['070-174 06 07', 'national']]],
    ['Mobil 0701740607', [['0701740607', 'phone-word']]],
    ['Ordernr 0701740607', [['0701740607', 'label']]],
    ['betald 2026-03-04', [['2026-03-04', 'date']]],
    ['1 250 000 kr', [['1 250 000 kr', 'amount']]],
    ['5561234567', [['5561234567', 'no-plan']]],
    ['0701740607X', [['0701740607', 'glued']]],
  ])('%s', (text, wanted) => {
    expect(reasons(text)).toEqual(expect.arrayContaining(wanted));
  });

  it('keeps what find finds, and only that', () => {
    const text = 'Ring 070-174 06 07, ordernr 0701740608, 2026-03-04, +44 20 7946 0018, 112';
    const kept = explain(text).flatMap(({ verdict }) => (verdict.kept ? [verdict.found] : []));
    expect(kept).toEqual(find(text));
  });

  it('says that a region is missing', () => {
    expect(finderFor({}).explain('070-174 06 07').map(({ verdict }) => verdict.reason)).toEqual(['no-region']);
  });
});

describe('label of the cell', () => {
  it('speaks for bare digits and against them', () => {
    const norwegian = finderFor({ region: 'NO' });
    expect(norwegian.find('22123458', { label: 'Telefon' })).toHaveLength(1);
    expect(norwegian.find('22 12 34 58', { label: 'Ordrenr' })).toEqual([]);
    expect(find('0701740607', { label: 'Kundnr' })).toEqual([]);
  });

  it('does not move the offsets', () => {
    expect(find('x 070-174 06 07', { label: 'Mobil 123456' })).toMatchObject([{ start: 2, end: 15 }]);
  });
});
