import type { CandidatePair, QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualityGrade } from '@/utils/domain/quality/quality-grade';
import { gradeOf } from '@/utils/domain/quality/quality-grade';
import type { MessageKey, Words } from '@/components/words/words';

/** A second of a call, or the whole of one. */
export interface Measured extends Pick<QualitySample, 'mos' | 'lossIn' | 'lossOut' | 'jitter' | 'roundTrip' | 'codec' | 'pair'> {
  /** The worst second of a whole call. */
  readonly mosMin?: number | null;
}

export type QualityFact = readonly [label: string, text: string];

const GRADES: Readonly<Record<QualityGrade, MessageKey>> = Object.freeze({ good: 'quality.good', fair: 'quality.fair', poor: 'quality.poor' });
const CODECS: Readonly<Record<string, string>> = Object.freeze({ opus: 'Opus', pcma: 'G.711 A', pcmu: 'G.711 µ', g722: 'G.722' });

/** What is known of it, in words and units; what is not known is left out. */
export function qualityFacts(measured: Measured, words: Words): QualityFact[] {
  const { t, locale } = words;
  const percent = (value: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
  const milliseconds = (value: number) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  const fact = <V,>(label: MessageKey, value: V | null, text: (value: V) => string): QualityFact[] => (value === null ? [] : [[t(label), text(value)]]);
  return [
    ...fact('quality.sound', measured.mos, (mos) => soundText(mos, measured.mosMin ?? null, words)),
    ...fact('quality.lossIn', measured.lossIn, percent),
    ...fact('quality.lossOut', measured.lossOut, percent),
    ...fact('quality.jitter', measured.jitter, milliseconds),
    ...fact('quality.roundTrip', measured.roundTrip, milliseconds),
    ...fact('quality.codec', measured.codec, (codec) => CODECS[codec.toLowerCase()] ?? codec),
    ...fact('quality.way', measured.pair, (pair) => `${t(wayOf(pair))}, ${pair.protocol.toUpperCase()}`),
  ];
}

function soundText(mos: number, mosMin: number | null, { t, locale }: Words): string {
  const score = (value: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  const grade = t(GRADES[gradeOf(mos)]);
  return mosMin === null ? t('quality.score', [grade, score(mos)]) : t('quality.scores', [grade, score(mos), score(mosMin)]);
}

function wayOf({ local, remote }: CandidatePair): MessageKey {
  if (local === 'relay' || remote === 'relay') return 'quality.wayRelay';
  return local === 'host' && remote === 'host' ? 'quality.wayDirect' : 'quality.wayMapped';
}
