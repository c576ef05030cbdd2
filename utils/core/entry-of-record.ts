import type { CallReason } from '@/utils/contract/call-reason';
import type { CallRecord } from '@/utils/contract/call-record';
import { historyId, type HistoryEntry, type HistoryReason } from '@/utils/contract/history-entry';
import type { EndReason } from '@/utils/domain/call/end-reason';
import { endReasonOf } from '@/utils/domain/call/end-reason-of';

export interface RecordReader {
  /** {@link HistoryEntry.account} */
  readonly account: string;
  /** SIP user name of this browser. */
  readonly device: string;
  /** The user's mobile number, E.164. */
  readonly mobile: string | null;
}

/** A caller who did not get through, whether the phone rang, lay switched off, or was busy with another call. */
const MISSED: readonly EndReason[] = ['caller-cancelled', 'no-answer', 'unreachable', 'busy'];

/** The server's record as a row of the history; null while the call lasts, and when its times cannot be read. */
export function entryOfRecord(record: CallRecord, reader: RecordReader): HistoryEntry | null {
  if (record.endedAt === null) return null;
  const [startedAt, endedAt, answeredAt] = [record.startedAt, record.endedAt, record.answeredAt].map((time) => (time === null ? null : Date.parse(time)));
  if (!isTime(startedAt) || !isTime(endedAt)) return null;
  const { account } = reader;
  const { direction } = record;
  const reason = reasonOf(record, reader);
  const missed = direction === 'incoming' && record.answeredAt === null && MISSED.includes(reason);
  return {
    id: historyId(account, direction, record.callId),
    direction,
    number: record.number ?? '',
    name: record.name,
    startedAt,
    answeredAt: isTime(answeredAt) ? answeredAt : null,
    endedAt,
    reason,
    missed,
    unseen: missed,
    account,
    toldBy: 'server',
    ...(record.reasons.length > 0 && { why: record.reasons.map((reason) => reasonFor(reason, reader)) }),
  };
}

function reasonFor(reason: CallReason, { device, mobile }: RecordReader): HistoryReason {
  if (reason.code === 'answered-at' && reason.number === mobile) return { code: 'answered-in-mobile', at: reason.at };
  if (reason.code !== 'answered-by') return reason;
  return { code: reason.device === device ? 'answered-here' : 'answered-elsewhere', at: reason.at };
}

const isTime = (time: number | null | undefined): time is number => typeof time === 'number' && Number.isFinite(time);

function reasonOf({ direction, status, endedBy, answeredAt, answeredBy, ringingAt, reasons }: CallRecord, { device, mobile }: RecordReader): EndReason {
  if (answeredAt !== null) {
    if (direction === 'incoming' && reasons.some((reason) => reason.code === 'answered-at' && reason.number === mobile)) return 'answered-in-mobile';
    if (direction === 'incoming' && answeredBy !== device) return 'answered-elsewhere';
    if (endedBy === 'server') return 'connection-lost';
    return (endedBy === 'caller') === (direction === 'outgoing') ? 'hung-up' : 'remote-hung-up';
  }
  if (direction === 'incoming') return whyNotTaken(status, endedBy, ringingAt !== null);
  const by = endedBy === 'caller' ? 'local' : 'remote';
  return endReasonOf({ direction, state: ringingAt === null ? 'dialling' : 'alerting', by, status, reasons: [] });
}

/** RFC 3261 section 21: what the edge told the caller. */
function whyNotTaken(status: number | null, endedBy: CallRecord['endedBy'], rang: boolean): EndReason {
  if (endedBy === 'caller' || status === 487) return 'caller-cancelled';
  switch (status) {
    case 408:
      return 'no-answer';
    case 480:
      return rang ? 'no-answer' : 'unreachable';
    case 486:
    case 600:
      // Phones on a desk decline with these; one that is busy does not ring first.
      return rang ? 'declined-elsewhere' : 'busy';
    case 603:
    case 607:
      return 'declined-elsewhere';
    case 403:
    case 608:
      return 'forbidden';
    default:
      return 'server-error';
  }
}
