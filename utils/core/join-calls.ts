import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { EndReason } from '@/utils/domain/call/end-reason';

/** What a phone says of an incoming call when it was not told why it stopped ringing, or lost the connection over it. */
const UNSURE: readonly EndReason[] = ['caller-cancelled', 'no-answer', 'unreachable', 'connection-lost', 'host-crashed', 'server-error'];

/**
 * One row out of what was known of a call and what is told of it now. The phone knows best what its user did, and the
 * server what happened elsewhere; which of them spoke first makes no difference, and neither is heard twice.
 */
export function joinCalls(known: HistoryEntry | undefined, told: HistoryEntry): HistoryEntry {
  if (known === undefined) return told;
  if (known.toldBy === 'both' || known.toldBy === told.toldBy) return known;
  const [phone, server] = known.toldBy === 'phone' ? [known, told] : [told, known];
  const { answeredAt, endedAt, reason, missed } = outcomeOf(phone, server);
  return {
    ...phone,
    number: phone.number === '' ? server.number : phone.number,
    name: phone.name ?? server.name,
    answeredAt,
    endedAt,
    reason,
    missed,
    // What was looked at stays so; what only now turns out to be missed is new.
    unseen: missed && (known.missed ? known.unseen : told.unseen),
    toldBy: 'both',
    ...(server.why && { why: server.why }),
  };
}

function outcomeOf(phone: HistoryEntry, server: HistoryEntry): HistoryEntry {
  if (phone.answeredAt !== null) return phone;
  if (server.answeredAt !== null) {
    if (phone.direction === 'outgoing') return server;
    const inMobile = [phone, server].some(({ reason }) => reason === 'answered-in-mobile');
    return { ...server, reason: inMobile ? 'answered-in-mobile' : 'answered-elsewhere' };
  }
  return phone.direction === 'incoming' && UNSURE.includes(phone.reason) ? server : phone;
}
