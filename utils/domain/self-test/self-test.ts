import { oneWayDelay } from '../quality/one-way-delay';
import type { QualitySample } from '../quality/quality-sample';

/** What the self-test looks at, in the order it does: each builds on those before. */
export const CHECKS = ['server', 'connection', 'registration', 'relay', 'microphone', 'notifications', 'ring', 'call'] as const;
export type Check = (typeof CHECKS)[number];

/** How bad a finding is. `skipped`: there is nothing to look at, or nothing was asked of it. */
export type Grade = 'ok' | 'warning' | 'failed' | 'skipped';

/** Everything a check can find. What each means to a person, and what to do about it, is in the words of the surface. */
export const FINDINGS = {
  'server-answers': { check: 'server', grade: 'ok' },
  'server-not-needed': { check: 'server', grade: 'skipped' },
  'server-silent': { check: 'server', grade: 'failed' },
  'session-over': { check: 'server', grade: 'failed' },
  'connection-answers': { check: 'connection', grade: 'ok' },
  'connection-silent': { check: 'connection', grade: 'failed' },
  'no-network': { check: 'connection', grade: 'failed' },
  registered: { check: 'registration', grade: 'ok' },
  'not-receiving': { check: 'registration', grade: 'warning' },
  'not-registered': { check: 'registration', grade: 'failed' },
  'registration-refused': { check: 'registration', grade: 'failed' },
  'relay-reached': { check: 'relay', grade: 'ok' },
  'relay-not-needed': { check: 'relay', grade: 'skipped' },
  'relay-silent': { check: 'relay', grade: 'failed' },
  'microphone-heard': { check: 'microphone', grade: 'ok' },
  'microphone-silent': { check: 'microphone', grade: 'warning' },
  'microphone-refused': { check: 'microphone', grade: 'failed' },
  'microphone-missing': { check: 'microphone', grade: 'failed' },
  'microphone-busy': { check: 'microphone', grade: 'failed' },
  'notifications-shown': { check: 'notifications', grade: 'ok' },
  'notifications-off': { check: 'notifications', grade: 'warning' },
  'ring-heard': { check: 'ring', grade: 'ok' },
  'ring-not-heard': { check: 'ring', grade: 'warning' },
  'ring-blocked': { check: 'ring', grade: 'failed' },
  'ring-not-asked': { check: 'ring', grade: 'skipped' },
  'call-heard': { check: 'call', grade: 'ok' },
  'call-silent': { check: 'call', grade: 'failed' },
  'call-failed': { check: 'call', grade: 'failed' },
  'call-not-possible': { check: 'call', grade: 'skipped' },
  /** The check itself did not come to an end. */
  'not-finished': { check: null, grade: 'failed' },
} as const satisfies Readonly<Record<string, { readonly check: Check | null; readonly grade: Grade }>>;
export type Finding = keyof typeof FINDINGS;

export const gradeOf = (finding: Finding): Grade => FINDINGS[finding].grade;

export interface Found {
  readonly finding: Finding;
  /** What was measured: milliseconds it took; of a call that was heard also the delay one way, milliseconds, and the loss, per cent. */
  readonly measured: readonly number[];
}

/** The worst of all that was found: a warning outweighs what is well, a fault everything. */
export function verdictOf(found: Iterable<Finding>): Exclude<Grade, 'skipped'> {
  const grades = new Set([...found].map(gradeOf));
  if (grades.has('failed')) return 'failed';
  return grades.has('warning') ? 'warning' : 'ok';
}

/** Quieter than this for as long as it was listened is a microphone that gives nothing, dBFS. A quiet room is at -70 to -60. */
const SILENCE = -75;

/** What the loudest level of a microphone says, dBFS; -Infinity for digital silence. */
export const microphoneFinding = (loudest: number): Finding => (loudest > SILENCE ? 'microphone-heard' : 'microphone-silent');

/** What a test call was like: nothing came back, or so late and with so much lost. Samples are of its seconds. */
export function testCallFinding(samples: readonly QualitySample[], took: number): Found {
  if (!samples.some(({ arrived }) => (arrived ?? 0) > 0)) return { finding: 'call-silent', measured: [] };
  const mean = (measure: 'roundTrip' | 'jitterBuffer' | 'lossIn') => {
    const known = samples.flatMap((sample) => sample[measure] ?? []);
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const delay = oneWayDelay({ roundTrip: mean('roundTrip'), jitterBuffer: mean('jitterBuffer'), codec: samples.at(-1)?.codec ?? null });
  return { finding: 'call-heard', measured: [took, delay, mean('lossIn')] };
}
