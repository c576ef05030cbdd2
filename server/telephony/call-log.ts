import { randomUUID } from 'node:crypto';
import { MOST_REASONS } from '@/utils/contract/call-reason';
import type { CallRecord } from '@/utils/contract/call-record';
import type { CallStep } from '@/utils/domain/routing/call-step';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallEvent, Identity, RouteTarget } from './ports';
import { RecordWriter, type CallRecordStore, type OwnedRecord } from './record-writer';
import type { LiveCalls, StartedCall } from './routing';

interface Entry {
  /** Null until they are known: the call was started by an earlier process. */
  records: OwnedRecord[] | null;
  parties: RouteTarget[];
  /** The tail of this call's work: events of one call are applied in the order they came. */
  tail: Promise<void>;
}

/** Keeps call records from the edge's events, and knows who is in which call. */
export interface CallLog extends LiveCalls {
  /** Who is at the other end of a user's call with somebody outside, as that user was shown; null: no such call. */
  outsideParty(callId: string): Promise<Identity | null>;
  handle(event: CallEvent): void;
  /** Stores at once what waits to be. Resolves when every event handed in so far is stored. */
  settled(): Promise<void>;
}

const iso = (at: number) => new Date(at).toISOString();

/** A record with one more reason. */
function withReason(record: CallRecord, step: CallStep, at: number): CallRecord {
  if (record.reasons.length >= MOST_REASONS) return record;
  return { ...record, reasons: [...record.reasons, { ...step, at: iso(at) }] };
}

/** How an event changes one user's record. */
export function applyEvent(record: CallRecord, event: CallEvent): CallRecord {
  switch (event.kind) {
    case 'ringing':
      return record.ringingAt === null ? { ...record, ringingAt: iso(event.at) } : record;
    case 'answered': {
      if (record.answeredAt !== null) return record;
      const { target } = event;
      const answered = { ...record, answeredAt: iso(event.at), answeredBy: target.kind === 'device' ? target.username : null };
      // Where somebody answered is no affair of the caller's.
      if (record.direction === 'outgoing') return answered;
      return withReason(answered, target.kind === 'device' ? { code: 'answered-by', device: target.username } : { code: 'answered-at', number: target.number }, event.at);
    }
    case 'ended':
      if (record.endedAt !== null) return record;
      return { ...record, endedAt: iso(event.at), status: event.status, endedBy: event.by };
  }
}

export function recordsOf(call: StartedCall, now: number): OwnedRecord[] {
  const base = {
    startedAt: iso(now),
    ringingAt: null,
    answeredAt: null,
    endedAt: null,
    status: null,
    endedBy: null,
    answeredBy: null,
    callId: call.callId,
    reasons: call.steps.map((step) => ({ ...step, at: iso(now) })),
  };
  const records: OwnedRecord[] = [];
  const { caller, callee } = call;
  if (caller.kind === 'user') {
    const other = { number: callee?.fixedNumber ?? call.dialled, name: callee?.name ?? null };
    records.push({ userId: caller.user.id, record: { ...base, id: randomUUID(), direction: 'outgoing', ...other } });
  }
  if (callee) {
    const number = caller.kind === 'user' ? caller.user.fixedNumber : caller.number;
    const name = caller.kind === 'user' ? caller.user.name : caller.name;
    const other = { number: number === '' ? null : number, name: name === '' ? null : name };
    records.push({ userId: callee.id, record: { ...base, id: randomUUID(), direction: 'incoming', ...other } });
  }
  return records;
}

export function createCallLog(store: CallRecordStore, log: Logger, clock: Pick<Clock, 'now' | 'after'>): CallLog {
  const live = new Map<string, Entry>();
  const writer = new RecordWriter(store, log, clock);

  function enqueue(callId: string, work: (entry: Entry) => Promise<void>): Promise<void> {
    const entry = live.get(callId) ?? { records: null, parties: [], tail: Promise.resolve() };
    live.set(callId, entry);
    entry.tail = entry.tail
      .then(() => work(entry))
      .catch((error: unknown) => log.error('call record not stored', { callId, error: String(error) }));
    return entry.tail;
  }

  function keep(entry: Entry, records: OwnedRecord[]): void {
    const changed = records.filter((owned, index) => owned.record !== entry.records?.[index]?.record);
    entry.records = records;
    for (const owned of changed) writer.write(owned);
  }

  /** Of a call this process did not route, or has already let go of. */
  async function earlierRecords(callId: string): Promise<OwnedRecord[]> {
    await writer.flush();
    return [...(await store.byCallId(callId))];
  }

  return {
    partiesOf: (callId) => live.get(callId)?.parties ?? [],

    areTogether: (username, other) =>
      username !== other && [...live.values()].some(({ parties }) => [username, other].every((one) => parties.some((party) => party.kind === 'device' && party.username === one))),

    // Not awaited by the router's answer in full: the parties must be known at once, the rows may follow.
    async started(call) {
      const records = recordsOf(call, clock.now());
      void enqueue(call.callId, async (entry) => {
        if (call.source.kind === 'device') entry.parties.push({ kind: 'device', username: call.source.username });
        keep(entry, records);
      });
    },

    noted(callId, step) {
      // Of a call nobody here follows its record says the same by its status.
      if (!live.has(callId)) return;
      const at = clock.now();
      void enqueue(callId, async (entry) => {
        const records = (entry.records ??= await earlierRecords(callId));
        keep(entry, records.map(({ userId, record }) => ({ userId, record: withReason(record, step, at) })));
      });
    },

    joined(callId, username) {
      void enqueue(callId, async (entry) => void entry.parties.push({ kind: 'device', username }));
    },

    async outsideParty(callId) {
      const entry = live.get(callId);
      await entry?.tail;
      const [owned] = entry?.records ?? (await earlierRecords(callId));
      return owned ? { number: owned.record.number ?? 'anonymous', name: owned.record.name ?? '' } : null;
    },

    handle(event) {
      void enqueue(event.callId, async (entry) => {
        const records = (entry.records ??= await earlierRecords(event.callId));
        if (event.kind === 'answered') entry.parties.push(event.target);
        keep(entry, records.map(({ userId, record }) => ({ userId, record: applyEvent(record, event) })));
        if (event.kind === 'ended') live.delete(event.callId);
      });
    },

    async settled() {
      await Promise.all([...live.values()].map((entry) => entry.tail));
      await writer.flush();
    },
  };
}
