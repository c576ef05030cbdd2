import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAsYouType } from '@/utils/domain/phone-number/format';
import { numberInPaste, reformat } from '@/utils/models/dial-text';

const swedish = (digits: string) => formatAsYouType(digits, 'SE');
/** `070-1|74` marks the caret. */
const at = (marked: string) => ({ text: marked.replace('|', ''), caret: marked.indexOf('|') });
const marked = ({ text, caret }: { text: string; caret: number }) => `${text.slice(0, caret)}|${text.slice(caret)}`;

describe('formatting as you type', () => {
  it.each([
    ['0701740607|', '070-174 06 07|'],
    ['070-1|740607', '070-1|74 06 07'],
    ['|0701740607', '|070-174 06 07'],
    ['+4670|', '+46 70|'],
    ['*43|', '*43|'],
    ['anna|', 'anna|'],
    ['|', '|'],
  ])('%s becomes %s', (before, after) => {
    const { text, caret } = at(before);
    expect(marked(reformat(text, caret, swedish))).toBe(after);
  });

  it('never adds, drops or moves a digit, and the caret stays after the same one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 -]{0,16}$/), fc.nat(18), (text, where) => {
        const caret = Math.min(where, text.length);
        const result = reformat(text, caret, swedish);
        const plain = (value: string) => value.replace(/[^\d+]/g, '');
        expect(plain(result.text)).toBe(plain(text));
        expect(plain(result.text.slice(0, result.caret))).toBe(plain(text.slice(0, caret)));
      }),
    );
  });
});

describe('pasting', () => {
  it.each([
    ['Tel: 070-174 06 07 (mobil)', '070-174 06 07'],
    ['tel:+46701740607', '+46701740607'],
    ['+46 (0)8 410 000 10', '+46 (0)8 410 000 10'],
    ['Ring\n08-465 004 12', '08-465 004 12'],
    ['112', '112'],
    ['5', '5'],
    ['Anna', 'Anna'],
  ])('%j gives %s', (pasted, number) => {
    expect(numberInPaste(pasted)).toBe(number);
  });
});
