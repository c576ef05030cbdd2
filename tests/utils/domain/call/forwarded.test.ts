import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_FORWARDINGS, whatOfForwarding, type ForwardedTo } from '@/utils/domain/call/forwarded';

const at = (user: string, host = 'one.test'): ForwardedTo => ({ user, host });

it.each([
  ['an extension', at('1003'), [at('1002')], 'follow'],
  ['a name', at('reception'), [at('1002')], 'follow'],
  ['an extension, the domain in capitals', at('1003', 'ONE.test'), [at('1002')], 'follow'],
  ['a number of the telephone network', at('+46701740607'), [at('1002')], 'ask'],
  ['a national number', at('0701740607'), [at('1002')], 'ask'],
  ['another domain', at('1003', 'elsewhere.test'), [at('1002')], 'ask'],
  ['itself', at('1002'), [at('1002')], 'give-up'],
  ['one it came from', at('1002', 'One.Test'), [at('1002'), at('1003')], 'give-up'],
] as const)('to %s', (_, to, before, expected) => {
  expect(whatOfForwarding(to, { domain: 'one.test', before: [...before] })).toBe(expected);
});

it('every chain ends', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 1000, max: 9999 })), (users) => {
      const before = [at('1')];
      for (const user of users) {
        const to = at(String(user));
        if (whatOfForwarding(to, { domain: 'one.test', before }) !== 'follow') break;
        before.push(to);
      }
      expect(before.length).toBeLessThanOrEqual(MOST_FORWARDINGS + 1);
    }),
  );
});
