import { describe, expect, it } from 'vitest';
import { formatAsYouType, formatForPerson } from '@/utils/domain/phone-number/format';

describe('numbers as people read them', () => {
  it.each([
    ['+46701740607', 'SE', '070-174 06 07'],
    ['+46841000010', 'SE', '08-410 000 10'],
    ['+46701740607', 'NO', '+46 70 174 06 07'],
    ['+4722123456', 'NO', '22 12 34 56'],
    ['+12015550123', 'SE', '+1 201 555 0123'],
    ['+12015550123', 'US', '(201) 555-0123'],
    ['201', 'SE', '201'],
    ['*43', 'SE', '*43'],
    ['alice@example.com', 'SE', 'alice@example.com'],
    ['', 'SE', ''],
    ['+0', 'SE', '+0'],
  ])('%s for a person in %s: %s', (number, region, expected) => {
    expect(formatForPerson(number, region).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it.each([
    ['0701', 'SE', '070-1'],
    ['0701740607', 'SE', '070-174 06 07'],
    ['+4670', 'SE', '+46 70'],
    ['112', 'SE', '112'],
    ['*43', 'SE', '*43'],
    ['alice', 'SE', 'alice'],
    ['+', 'SE', '+'],
    ['', 'SE', ''],
  ])('%s as typed in %s: %s', (input, region, expected) => {
    expect(formatAsYouType(input, region)).toBe(expected);
  });
});
