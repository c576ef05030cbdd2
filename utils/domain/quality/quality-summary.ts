import type { CandidatePair, QualitySample } from './quality-sample';
import { QUALITY_WARNINGS, type QualityWarning } from './quality-warning';

/** What a whole call was like: kept with its history, sent with its record. Nothing in it says who talked to whom. */
export interface QualitySummary {
  /** That were measured. */
  readonly seconds: number;
  readonly mosMin: number | null;
  readonly mosMean: number | null;
  /** Means, in the units of {@link QualitySample}. */
  readonly lossIn: number | null;
  readonly lossOut: number | null;
  readonly jitter: number | null;
  readonly roundTrip: number | null;
  /** The last ones. */
  readonly codec: string | null;
  readonly pair: CandidatePair | null;
  /** How long each stood. */
  readonly warnings: readonly { readonly kind: QualityWarning; readonly seconds: number }[];
}

type Measure = 'mos' | 'lossIn' | 'lossOut' | 'jitter' | 'roundTrip';
const MEASURES = ['mos', 'lossIn', 'lossOut', 'jitter', 'roundTrip'] as const satisfies readonly Measure[];

/** Sums of the seconds so far. */
export interface QualityTally {
  readonly seconds: number;
  readonly lowest: number | null;
  readonly sums: Readonly<Record<Measure, { readonly sum: number; readonly count: number }>>;
  readonly codec: string | null;
  readonly pair: CandidatePair | null;
  readonly warnings: Readonly<Partial<Record<QualityWarning, number>>>;
}

const NONE = Object.freeze({ sum: 0, count: 0 });

export const EMPTY_TALLY: QualityTally = Object.freeze({
  seconds: 0,
  lowest: null,
  sums: Object.freeze({ mos: NONE, lossIn: NONE, lossOut: NONE, jitter: NONE, roundTrip: NONE }),
  codec: null,
  pair: null,
  warnings: Object.freeze({}),
});

/** The tally with one more second, during which `warning` stood. */
export function tallied(tally: QualityTally, sample: QualitySample, warning: QualityWarning | null): QualityTally {
  const added = (measure: Measure) => {
    const { sum, count } = tally.sums[measure];
    const value = sample[measure];
    return value === null ? { sum, count } : { sum: sum + value, count: count + 1 };
  };
  return {
    seconds: tally.seconds + 1,
    lowest: sample.mos === null ? tally.lowest : Math.min(tally.lowest ?? sample.mos, sample.mos),
    sums: { mos: added('mos'), lossIn: added('lossIn'), lossOut: added('lossOut'), jitter: added('jitter'), roundTrip: added('roundTrip') },
    codec: sample.codec ?? tally.codec,
    pair: sample.pair ?? tally.pair,
    warnings: warning === null ? tally.warnings : { ...tally.warnings, [warning]: (tally.warnings[warning] ?? 0) + 1 },
  };
}

/** Null for a call of which nothing was measured. */
export function summaryOf(tally: QualityTally): QualitySummary | null {
  const mean = (measure: Measure, digits: number) => {
    const { sum, count } = tally.sums[measure];
    return count === 0 ? null : rounded(sum / count, digits);
  };
  if (MEASURES.every((measure) => tally.sums[measure].count === 0)) return null;
  return {
    seconds: tally.seconds,
    mosMin: tally.lowest === null ? null : rounded(tally.lowest, 2),
    mosMean: mean('mos', 2),
    lossIn: mean('lossIn', 1),
    lossOut: mean('lossOut', 1),
    jitter: mean('jitter', 0),
    roundTrip: mean('roundTrip', 0),
    codec: tally.codec,
    pair: tally.pair,
    warnings: QUALITY_WARNINGS.flatMap((kind) => {
      const seconds = tally.warnings[kind];
      return seconds === undefined ? [] : [{ kind, seconds }];
    }),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
