import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codecImpairment } from '@/utils/domain/quality/codec-impairment';
import { meanOpinionScore, rating } from '@/utils/domain/quality/e-model';
import { oneWayDelay } from '@/utils/domain/quality/one-way-delay';

const G711 = codecImpairment('PCMA');
const score = (codec: string, loss: number, delay: number) => meanOpinionScore(rating({ codec: codecImpairment(codec), loss, delay }));

describe('the E-model', () => {
  test('a call with nothing wrong has the rating of ITU-T G.107: R = 93.2, MOS 4.41', () => {
    const r = rating({ codec: G711, loss: 0, delay: 0 });
    expect(r).toBeCloseTo(93.2, 1);
    expect(meanOpinionScore(r)).toBeCloseTo(4.41, 2);
  });

  // G.107 table B.1 and its lower end.
  test.each([
    [100, 4.5],
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
    [0, 1],
    [-20, 1],
    [120, 4.5],
  ])('R = %d is a MOS of %d', (r, mos) => expect(meanOpinionScore(r)).toBeCloseTo(mos, 1));

  // Ie,eff of G.711 with concealment: 95 · Ppl / (Ppl + 25.1), G.107 (7-29) with G.113 Appendix I.
  test.each([
    [1, 93.2 - 3.64],
    [3, 93.2 - 10.14],
    [5, 93.2 - 15.78],
    [20, 93.2 - 42.13],
  ])('%d %% of loss on G.711 leaves R = %d', (loss, r) => expect(rating({ codec: G711, loss, delay: 0 })).toBeCloseTo(r, 1));

  // G.107 with all other parameters at their default, against the approximation 0.024 d + 0.11 (d − 177.3) of Cole and Rosenbluth.
  test.each([
    [50, 1.2],
    [100, 2.4],
    [150, 3.6],
    [300, 20.7],
  ])('%d ms one way cost about %d of R', (delay, cost) => expect(Math.abs(93.2 - rating({ codec: G711, loss: 0, delay }) - cost)).toBeLessThan(1.5));

  test('more loss or more delay never sounds better, whatever the codec', () => {
    const loss = fc.double({ min: 0, max: 100, noNaN: true });
    const delay = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('opus', 'PCMU', 'G722', 'iLBC'), loss, loss, delay, delay, (codec, l1, l2, d1, d2) => {
        const [less, more] = [Math.min(l1, l2), Math.max(l1, l2)];
        const [soon, late] = [Math.min(d1, d2), Math.max(d1, d2)];
        const worst = score(codec, more, late);
        expect(worst).toBeLessThanOrEqual(score(codec, less, late) + 1e-9);
        expect(worst).toBeLessThanOrEqual(score(codec, more, soon) + 1e-9);
        expect(worst).toBeGreaterThanOrEqual(1);
        expect(score(codec, less, soon)).toBeLessThanOrEqual(4.5);
      }),
    );
  });

  test('a codec nobody knows is taken to bear loss badly; names are read in any case', () => {
    expect(score('iLBC', 5, 0)).toBeLessThan(score('opus', 5, 0));
    expect(codecImpairment('OPUS')).toEqual(codecImpairment('opus'));
    expect(codecImpairment(null).bpl).toBe(4.3);
  });

  test('the delay is half the round trip, the jitter buffer, one packet, and what the codec looks ahead', () => {
    expect(oneWayDelay({ roundTrip: 100, jitterBuffer: 40, codec: 'PCMA' })).toBe(110);
    expect(oneWayDelay({ roundTrip: 100, jitterBuffer: 40, codec: 'opus' })).toBe(116.5);
  });
});
