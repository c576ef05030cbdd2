import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHoldNumber } from '@/utils/domain/phone-number/number-gate';
import { pageGate } from '@/utils/platform/page/numbers/page-gate';

describe('the gate of a page', () => {
  it('lets through all that the finder’s own lets through', () => {
    const character = fc.constantFrom(...'0123456789٣۴５०๓ ()-./+–\u00a0aäZ,', '\n', '😀');
    fc.assert(fc.property(fc.array(character, { maxLength: 12 }), (parts) => !mayHoldNumber(parts.join('')) || pageGate().test(parts.join(''))), { numRuns: 10_000 });
  });

  it.each(['Kapitel 1', 'a1b2c3', '12 apor'])('turns down %s', (text) => expect(pageGate().test(text)).toBe(false));
});
