import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownLevel } from '@/utils/domain/audio/shown-level';

it.each([
  ['digital silence', 0, 0],
  ['a quiet room', 0.001, 0],
  ['a whisper', 0.01, 1 / 3],
  ['speech', 0.1, 2 / 3],
  ['full scale', 1, 1],
  ['what is no number', NaN, 0],
])('%s', (_, rms, lit) => {
  expect(shownLevel(rms)).toBeCloseTo(lit, 5);
});

it('never leaves the meter, and louder is never shown as less', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 4, noNaN: true }), fc.double({ min: 0, max: 4, noNaN: true }), (a, b) => {
      const [quiet, loud] = [shownLevel(Math.min(a, b)), shownLevel(Math.max(a, b))];
      expect(quiet >= 0 && loud <= 1 && quiet <= loud).toBe(true);
    }),
  );
});
