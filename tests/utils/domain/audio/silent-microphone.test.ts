import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hearMicrophone, NOT_SILENT, SUSPECT_AFTER, type MicrophoneSample } from '@/utils/domain/audio/silent-microphone';

/** One sample each second. */
const suspectedAfter = (samples: readonly Partial<MicrophoneSample>[]) =>
  samples.reduce((state, sample, second) => hearMicrophone(state, { at: second * 1000, level: 0, remoteLevel: 0, muted: false, ...sample }), NOT_SILENT).suspected;
const seconds = (count: number, sample: Partial<MicrophoneSample> = {}) => Array.from({ length: count }, () => sample);

it.each([
  ['nothing at all for six seconds', seconds(7), true],
  ['not so long yet', seconds(6), false],
  ['a quiet room hums', seconds(60, { level: 0.0008 }), false],
  ['muted here', seconds(60, { muted: true }), false],
  ['the other side talks all the time', seconds(60, { remoteLevel: 0.2 }), false],
  ['one listens, then should be talking', [...seconds(20, { remoteLevel: 0.2 }), ...seconds(7)], true],
  ['a question in between does not begin it anew', [...seconds(4), ...seconds(3, { remoteLevel: 0.2 }), ...seconds(3)], true],
  ['it is heard again', [...seconds(20), { level: 0.05 }], false],
  ['unmuted here again', [...seconds(20), { muted: true }], false],
])('%s', (_, samples, suspected) => {
  expect(suspectedAfter(samples)).toBe(suspected);
});

it('does not count time without samples', () => {
  const slept = [0, 60_000, 61_000].reduce((state, at) => hearMicrophone(state, { at, level: 0, remoteLevel: 0, muted: false }), NOT_SILENT);
  expect(slept).toMatchObject({ silentFor: 1000, suspected: false });
});

it('suspects no microphone that was heard within the last seconds', () => {
  const sample = fc.record({ level: fc.constantFrom(0, 0.00003, 0.01, 0.3), remoteLevel: fc.constantFrom(0, 0.2), muted: fc.boolean() });
  fc.assert(
    fc.property(fc.array(sample), sample, fc.nat({ max: SUSPECT_AFTER / 1000 - 1 }), (before, last, quiet) => {
      expect(suspectedAfter([...before, { ...last, level: 0.3 }, ...seconds(quiet)])).toBe(false);
    }),
  );
});
