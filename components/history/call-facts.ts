import { redirectedBy, type HistoryEntry } from '@/utils/contract/history-entry';
import { lengthText } from '@/components/words/time-text';
import type { Words } from '@/components/words/words';
import { outcome } from './outcome';

export interface CallFacts {
  /** Null for a call that was answered here: its length says it. */
  readonly result: string | null;
  /** Null for one that was not answered. */
  readonly length: string | null;
  /** Who sent it here. */
  readonly via: string | null;
}

/** A call in words. `shown` writes a number the way its reader does. */
export function callFacts(entry: HistoryEntry, { t, locale }: Words, shown: (number: string) => string): CallFacts {
  const result = outcome(entry);
  const via = redirectedBy(entry);
  return {
    result: result === null ? null : t(result),
    length: entry.answeredAt === null ? null : lengthText(Math.max(0, Math.round((entry.endedAt - entry.answeredAt) / 1000)), locale),
    via: via === null ? null : t('history.via', [shown(via)]),
  };
}
