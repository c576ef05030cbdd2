import { describe, expect, it } from 'vitest';
import { assertedIdentity } from '@/utils/phone/sipjs/identity';

const message = (...values: string[]) => ({ getHeaders: () => values });

describe('P-Asserted-Identity', () => {
  it.each([
    ['"Anna Åberg" <sip:+46841000010@one.test>', { user: '+46841000010', host: 'one.test', displayName: 'Anna Åberg' }],
    ['<sip:201@one.test;user=phone>', { user: '201', host: 'one.test', displayName: '' }],
    ['Anna <tel:+46841000010;ext=1>', { user: '+46841000010', host: '', displayName: 'Anna' }],
    ['"A \\"B\\"" <tel:201>', { user: '201', host: '', displayName: 'A "B"' }],
    ['<sip:%2B46841000010@one.test>', { user: '+46841000010', host: 'one.test', displayName: '' }],
    ['nonsense', null],
  ])('%s', (header, expected) => {
    expect(assertedIdentity(message(header))).toStrictEqual(expected);
  });

  it('takes the first that can be read', () => {
    expect(assertedIdentity(message('nonsense', '<sip:201@one.test>'))?.user).toBe('201');
    expect(assertedIdentity(message())).toBeNull();
  });
});
