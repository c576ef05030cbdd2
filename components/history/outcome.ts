import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { MessageKey } from '@/components/words/words';

/** One or two words for a call nobody took; null for one that was answered (its length says it). */
export function outcome(entry: Pick<HistoryEntry, 'answeredAt' | 'missed' | 'direction' | 'reason'>): MessageKey | null {
  if (entry.answeredAt !== null) return null;
  if (entry.missed) return 'history.missed';
  switch (entry.reason) {
    case 'answered-elsewhere':
      return 'history.elsewhere';
    case 'declined':
    case 'declined-elsewhere':
    case 'remote-declined':
      return 'history.declined';
    case 'busy':
      return 'history.busy';
    case 'cancelled':
      return 'history.cancelled';
    case 'no-answer':
    case 'unreachable':
      return 'history.notAnswered';
    default:
      return 'history.notConnected';
  }
}
