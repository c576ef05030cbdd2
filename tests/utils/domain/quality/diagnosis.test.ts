import { describe, expect, test } from 'vitest';
import { second } from '@/tests/support/quality-samples';
import { diagnose } from '@/utils/domain/quality/diagnosis';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';

const good = second();
/** The warnings that stand second by second. */
function run(samples: readonly QualitySample[], muted = false): (QualityWarning | null)[] {
  let standing: QualityWarning | null = null;
  return samples.map((_, at) => (standing = diagnose(standing, samples.slice(0, at + 1), muted)));
}

describe('what is at fault', () => {
  test.each<[string, QualitySample, QualityWarning | null]>([
    ['a good call', good, null],
    ['3 % of loss, which is concealed', second({ lossIn: 3, lossOut: 3 }), null],
    ['loss on the way in, and no report since of the way out', second({ lossIn: 25 }), 'network'],
    ['loss on the way out only', second({ lossOut: 25 }), 'network'],
    ['loss both ways', second({ lossIn: 25, lossOut: 25 }), 'network'],
    ['loss on the way in, nothing reported of the way out', second({ lossIn: 25, lossOut: null }), 'network'],
    ['a second each way', second({ roundTrip: 1_000 }), 'network'],
    ['no audio, though the connection lives', second({ arrived: 0, lossIn: null }), 'far-end'],
    ['nothing at all', second({ arrived: 0, lossIn: null, alive: false }), 'network'],
    ['a microphone that gives nothing', second({ levelOut: -100 }), 'microphone-silent'],
    ['a quiet room', second({ levelOut: -75 }), null],
    ['a microphone at its limit', second({ levelOut: 0 }), 'microphone-loud'],
    ['a browser that tells no levels', second({ levelOut: null, levelIn: null }), null],
    ['both the network and the microphone: the network, that both hear', second({ lossOut: 25, levelOut: -100 }), 'network'],
  ])('%s', (_, sample, expected) => {
    expect(run([good, good, sample, sample])).toEqual([null, null, null, expected]);
  });

  test('one bad second is no reason to warn, two of three are', () => {
    const bad = second({ lossIn: 40 });
    expect(run([good, bad, good, good, good])).toEqual([null, null, null, null, null]);
    expect(run([good, bad, good, bad])).toEqual([null, null, null, 'network']);
  });

  test('loss on the way in only is the other side’s as soon as a report of the way out has come that is of the same time', () => {
    const [bad, reported] = [second({ lossIn: 25, reported: false }), second({ lossIn: 25 })];
    expect(run([good, bad, bad, bad, reported, bad, bad]).slice(1)).toEqual([null, 'network', 'network', 'network', 'far-end', 'far-end']);
    // The report of the first bad second is of the good ones before.
    expect(run([good, reported, bad, bad, bad]).at(-1)).toBe('network');
    // It is not forgotten while it lasts.
    expect(run([good, ...Array.from({ length: 40 }, (_, at) => (at % 8 === 6 ? reported : bad))]).slice(8)).not.toContain('network');
    // Nothing is reported any more: then nobody knows.
    expect(run([good, reported, reported, reported, reported, ...Array.from({ length: 20 }, () => bad)]).at(-1)).toBe('network');
  });

  test('a warning ends after five good seconds, not before', () => {
    const bad = second({ lossOut: 40 });
    expect(run([bad, bad, good, good, good, good, good])).toEqual([null, 'network', 'network', 'network', 'network', 'network', null]);
    expect(run([bad, bad, good, good, good, bad, good, good, good, good]).at(-1)).toBe('network');
  });

  test('another fault takes its place as soon as it would have been warned of', () => {
    expect(run([second({ arrived: 0, alive: true }), second({ arrived: 0, alive: true }), second({ lossOut: 40 }), second({ lossOut: 40 })])).toEqual([null, 'far-end', 'far-end', 'network']);
  });

  test('muted, silence is no fault, and what was said of the microphone is taken back', () => {
    const silent = second({ levelOut: -100 });
    expect(run([silent, silent, silent], true)).toEqual([null, null, null]);
    expect(diagnose('microphone-silent', [silent, silent], true)).toBeNull();
  });
});
