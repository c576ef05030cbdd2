import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWake, nextAddress, reconnectDelay, refreshDelay, rejectedDelay } from '@/utils/phone/reconnect-policy';

const random = fc.double({ min: 0, max: 0.999999, noNaN: true });
const attempt = fc.integer({ min: 0, max: 5_000 });

describe('reconnect policy', () => {
  it('never waits longer than its caps, nor less than nothing', () => {
    fc.assert(fc.property(attempt, random, (n, r) => {
      const delay = reconnectDelay(n, r);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(n < 90 ? 2_000 : 6_000);
    }));
  });

  it('tries at once after a loss, and spreads the tries over the whole of their cap', () => {
    fc.assert(fc.property(random, (r) => {
      expect(reconnectDelay(0, r)).toBeLessThanOrEqual(200);
      expect(reconnectDelay(10, r)).toBe(Math.round(r * 2_000));
    }));
  });

  it('its cap only grows', () => {
    fc.assert(fc.property(attempt, (n) => {
      expect(reconnectDelay(n + 1, 0.999)).toBeGreaterThanOrEqual(reconnectDelay(n, 0.999));
    }));
  });

  it('asks a registrar that refused at most six times an hour', () => {
    fc.assert(fc.property(attempt, random, (n, r) => {
      expect(rejectedDelay(n, r)).toBeGreaterThanOrEqual(600_000);
      expect(rejectedDelay(n, r)).toBeLessThanOrEqual(7_200_000);
    }));
  });

  it('refreshes with time to spare', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 86_400 }), random, (expires, r) => {
      const delay = refreshDelay(expires, r) / 1_000;
      expect(delay).toBeGreaterThanOrEqual(expires * 0.59);
      expect(delay).toBeLessThanOrEqual(expires * 0.81);
    }));
  });

  it.each([
    [5_000, false],
    [15_000, false],
    [21_000, true],
    [3_600_000, true],
    [-1_000, false],
    [-3_600_000, true],
  ])('a gap of %i ms after a tick of 5 s: slept %s', (gap, slept) => {
    expect(isWake(gap, 5_000)).toBe(slept);
  });
});

describe('which of several addresses is next', () => {
  const record = (notBefore = 0) => ({ failures: 0, notBefore });

  it.each([
    ['the first, where all are as good', [record(), record()], -1, { index: 0, at: 1_000 }],
    ['the other one at once, when one has just died', [record(1_100), record()], 0, { index: 1, at: 1_000 }],
    ['the other one at once, although the one that died may be tried too', [record(), record()], 0, { index: 1, at: 1_000 }],
    ['the one whose time comes first, when all have failed', [record(1_900), record(1_200)], 1, { index: 1, at: 1_200 }],
    ['the preferred one, when both may be tried and a third has died', [record(), record(), record(3_000)], 2, { index: 0, at: 1_000 }],
    ['the only one', [record(1_500)], 0, { index: 0, at: 1_500 }],
  ])('%s', (_what, records, last, expected) => {
    expect(nextAddress(records, last, 1_000)).toStrictEqual(expected);
  });

  it('is never one that must wait while another need not', () => {
    const times = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(times, fc.integer({ min: 0, max: 3 }), (notBefore, last) => {
      const { index, at } = nextAddress(notBefore.map(record), last, 1_000);
      expect(at).toBe(Math.max(1_000, Math.min(...notBefore)));
      expect(Math.max(1_000, notBefore[index] ?? 0)).toBe(at);
    }));
  });
});
