import type { CallRecord } from '@/utils/contract/call-record';
import { historyId, type HistoryEntry } from '@/utils/contract/history-entry';

export const ANNA = 'anna@example.se one.example.se';
export const NINE = Date.UTC(2026, 2, 4, 9);
const at = (seconds: number) => new Date(NINE + seconds * 1000).toISOString();

/** A call to this user that rang and that the caller gave up, as the server has it. */
export const record = (over: Partial<CallRecord> = {}): CallRecord => ({
  id: 'r1',
  direction: 'incoming',
  number: '+46701740607',
  name: 'Karin Andersson',
  startedAt: at(0),
  ringingAt: at(1),
  answeredAt: null,
  endedAt: at(20),
  status: 487,
  endedBy: 'caller',
  answeredBy: null,
  callId: 'call-1',
  reasons: [],
  ...over,
});

export const answeredRecord = (over: Partial<CallRecord> = {}) =>
  record({ answeredAt: at(5), endedAt: at(65), status: 200, answeredBy: 'another-device', ...over });

/** The same call as this browser's phone has it; its clock is a little behind. */
export const own = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: historyId(ANNA, over.direction ?? 'incoming', 'call-1'),
  direction: 'incoming',
  number: '+46701740607',
  name: null,
  startedAt: NINE - 40,
  answeredAt: null,
  endedAt: NINE + 19_900,
  reason: 'caller-cancelled',
  missed: true,
  unseen: true,
  account: ANNA,
  toldBy: 'phone',
  ...over,
});
