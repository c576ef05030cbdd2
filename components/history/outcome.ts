import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { MessageKey } from '@/components/words/words';

/** In a few words why nobody here took the call; null for one that was answered here (its length says it). */
export function outcome(entry: Pick<HistoryEntry, 'answeredAt' | 'missed' | 'direction' | 'reason'>): MessageKey | null {
  if (entry.reason === 'answered-elsewhere') return 'history.elsewhere';
  if (entry.reason === 'answered-in-mobile') return 'history.inMobile';
  if (entry.answeredAt !== null) return null;
  if (entry.missed) return entry.reason === 'busy' ? 'history.missedBusy' : 'history.missed';
  switch (entry.reason) {
    case 'declined-elsewhere':
      return 'history.declinedElsewhere';
    case 'declined':
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
