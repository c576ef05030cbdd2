import * as v from 'valibot';
import { expect, it } from 'vitest';
import { shellMessageSchemas } from '@/utils/messaging/shell-messages';

const takes = (name: 'numbers.notANumber' | 'numbers.siteOff' | 'contacts.openAdd', input: unknown) => v.is(shellMessageSchemas[name], input);

it.each([
  [{ text: '0701740607', undo: false }, true],
  [{ text: '+46701740607', undo: true }, true],
  [{ text: '070-174', undo: false }, false],
  [{ text: '', undo: false }, false],
  [{ text: '1'.repeat(41), undo: false }, false],
  [{ text: '112' }, false],
])('digits that are no number: %o is taken: %s', (input, taken) => {
  expect(takes('numbers.notANumber', input)).toBe(taken);
});

it('a site is switched off by whoever is on it: a message cannot name one', () => {
  expect(v.parse(shellMessageSchemas['numbers.siteOff'], { undo: false, site: 'bank.example' })).toEqual({ undo: false });
  expect(v.parse(shellMessageSchemas['numbers.notANumber'], { text: '112', undo: false, site: 'bank.example' })).toEqual({ text: '112', undo: false });
});

it('a contact is added with a number of sensible length', () => {
  expect(takes('contacts.openAdd', { number: '+46701740607' })).toBe(true);
  for (const number of ['', '1'.repeat(41), 12]) expect(takes('contacts.openAdd', { number })).toBe(false);
});
