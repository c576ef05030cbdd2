import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';
import { lengthText } from '@/components/words/time-text';
import type { MessageKey, Words } from '@/components/words/words';
import { qualityFacts, type QualityFact } from './quality-facts';

const FAULTS: Readonly<Record<QualityWarning, MessageKey>> = Object.freeze({
  'microphone-silent': 'quality.microphoneSilent',
  'microphone-loud': 'quality.microphoneLoud',
  network: 'quality.network',
  'far-end': 'quality.farEnd',
});

/** Of a call that is over. */
export function pastFacts(quality: QualitySummary, words: Words): QualityFact[] {
  const { t, locale } = words;
  const warnings = quality.warnings.map(({ kind, seconds }): QualityFact => [t(FAULTS[kind]), lengthText(seconds, locale)]);
  return [...qualityFacts({ ...quality, mos: quality.mosMean }, words), ...warnings];
}

/** A text to send to somebody: when the call was and how it went, not with whom. */
export function qualityReport({ startedAt, answeredAt, endedAt, direction }: HistoryEntry, quality: QualitySummary, words: Words): string {
  const { t, locale } = words;
  const facts: QualityFact[] = [
    [t('quality.began'), new Date(startedAt).toISOString()],
    [t('history.direction'), t(direction === 'incoming' ? 'history.incoming' : 'history.outgoing')],
    [t('history.length'), lengthText(Math.max(0, Math.round((endedAt - (answeredAt ?? startedAt)) / 1000)), locale)],
    ...pastFacts(quality, words),
  ];
  return [`${t('app.name')}: ${t('quality.title')}`, ...facts.map(([label, text]) => `${label}: ${text}`)].join('\n');
}
