import { expect, it } from 'vitest';
import { asksOnPage, methodFor } from '@/utils/domain/call/call-method';

it.each([
  ['one', 'here', false, 'here'],
  ['one', 'ask', false, 'ask'],
  ['one', 'mobile', false, 'mobile'],
  ['one', 'mobile', true, 'here'],
  ['one', 'ask', true, 'here'],
  ['sip', 'mobile', false, 'here'],
] as const)('%s account, %s, emergency %s: %s', (account, preferred, emergency, method) => {
  expect(methodFor({ account, preferred, emergency })).toBe(method);
});

it.each([
  ['page', false, true],
  ['page', true, true],
  ['panel', true, true],
  ['popup', true, false],
  ['popup', false, true],
  ['history', true, false],
  ['call-window', false, true],
] as const)('called from %s, a page of ours beside it %s: asked on the page %s', (source, beside, expected) => {
  expect(asksOnPage(source, beside)).toBe(expected);
});
