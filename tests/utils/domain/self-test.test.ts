import { describe, expect, it } from 'vitest';
import { second } from '@/tests/support/quality-samples';
import { CHECKS, FINDINGS, microphoneFinding, testCallFinding, verdictOf, type Finding } from '@/utils/domain/self-test/self-test';

describe('what the self-test finds', () => {
  it.each<[Finding[], ReturnType<typeof verdictOf>]>([
    [[], 'ok'],
    [['registered', 'relay-not-needed', 'ring-not-asked'], 'ok'],
    [['registered', 'ring-not-heard'], 'warning'],
    [['not-receiving', 'server-silent', 'registered'], 'failed'],
    [['not-finished'], 'failed'],
  ])('%j is %s as a whole', (found, verdict) => expect(verdictOf(found)).toBe(verdict));

  it('each check can come out well, and can come out otherwise', () => {
    for (const check of CHECKS) {
      const grades = Object.values(FINDINGS).flatMap((one) => (one.check === check ? [one.grade] : []));
      expect(grades).toContain('ok');
      expect(grades.some((grade) => grade === 'failed' || grade === 'warning')).toBe(true);
    }
  });

  it.each([
    [-Infinity, 'microphone-silent'],
    [-90, 'microphone-silent'],
    [-74, 'microphone-heard'],
    [-20, 'microphone-heard'],
  ])('a microphone whose loudest is %d dBFS', (level, finding) => expect(microphoneFinding(level)).toBe(finding));

  it.each([
    ['nothing was measured', [], { finding: 'call-silent', measured: [] }],
    ['nothing came back', [second({ arrived: 0 }), second({ arrived: null })], { finding: 'call-silent', measured: [] }],
    ['late and with losses', [second({ arrived: 0, lossIn: null }), second({ roundTrip: 100, lossIn: 3, codec: 'PCMA' }), second({ roundTrip: 140, lossIn: 1, codec: 'PCMA' })], { finding: 'call-heard', measured: [700, 103.33, 2] }],
  ])('a test call where %s', (_, samples, found) => {
    const { finding, measured } = testCallFinding(samples, 700);
    expect({ finding, measured: measured.map((value) => Math.round(value * 100) / 100) }).toEqual(found);
  });
});
