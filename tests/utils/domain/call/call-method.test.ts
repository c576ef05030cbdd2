import { expect, it } from 'vitest';
import { methodFor } from '@/utils/domain/call/call-method';

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
