import { expect, test } from 'vitest';
import { second } from '@/tests/support/quality-samples';
import { gradeOf } from '@/utils/domain/quality/quality-grade';
import { EMPTY_TALLY, summaryOf, tallied } from '@/utils/domain/quality/quality-summary';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';

test('a summary has the worst and the mean score, the means of the rest, and how long each warning stood', () => {
  const seconds: [ReturnType<typeof second>, QualityWarning | null][] = [
    [second({ lossIn: 0, jitter: 2, roundTrip: 10 }), null],
    [second({ lossIn: 30, jitter: 7, roundTrip: null }), 'far-end'],
    [second({ lossIn: null, lossOut: null, jitter: null, codec: null, pair: null, roundTrip: 30 }), 'far-end'],
  ];
  const summary = summaryOf(seconds.reduce((tally, [sample, warning]) => tallied(tally, sample, warning), EMPTY_TALLY));
  const [best, worst] = [seconds[0]?.[0].mos ?? 0, seconds[1]?.[0].mos ?? 0];
  expect(summary).toEqual({
    seconds: 3,
    mosMin: Number(worst.toFixed(2)),
    mosMean: Number(((best + worst) / 2).toFixed(2)),
    lossIn: 15,
    lossOut: 0,
    jitter: 5,
    roundTrip: 20,
    codec: 'opus',
    pair: { local: 'host', remote: 'host', protocol: 'udp' },
    warnings: [{ kind: 'far-end', seconds: 2 }],
  });
});

test('a call of which nothing was measured has none', () => {
  expect(summaryOf(EMPTY_TALLY)).toBeNull();
  const nothing = second({ lossIn: null, lossOut: null, jitter: null, roundTrip: null });
  expect(summaryOf(tallied(EMPTY_TALLY, nothing, null))).toBeNull();
});

test.each([
  [4.41, 'good'],
  [4.03, 'good'],
  [3.9, 'fair'],
  [3.6, 'fair'],
  [3.5, 'poor'],
  [1, 'poor'],
])('a MOS of %d is %s', (mos, grade) => expect(gradeOf(mos)).toBe(grade));
