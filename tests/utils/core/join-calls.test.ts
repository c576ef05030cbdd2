import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredRecord, ANNA, NINE, own, record } from '@/tests/support/call-records';
import type { CallRecord } from '@/utils/contract/call-record';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { entryOfRecord } from '@/utils/core/entry-of-record';
import { joinCalls } from '@/utils/core/join-calls';
import { END_REASONS, isMissed } from '@/utils/domain/call/end-reason';

const DEVICE = 'this-device';
const MOBILE = '+46701740609';
const told = (over: CallRecord) => entryOfRecord(over, { account: ANNA, device: DEVICE, mobile: MOBILE });
const entry = (over: CallRecord): HistoryEntry => {
  const read = told(over);
  if (read === null) throw new Error('the call is not over');
  return read;
};

const inMobile = (number = MOBILE) => answeredRecord({ answeredBy: null, reasons: [{ code: 'answered-at', at: record().startedAt, number }] });

it('keeps the recorded reasons, whoever told first, and says whether it was this browser that answered', () => {
  const at = record().startedAt;
  const recorded = answeredRecord({ reasons: [{ code: 'rang-devices', at, count: 2 }, { code: 'answered-by', at, device: DEVICE }] });
  const why = [{ code: 'rang-devices', at, count: 2 }, { code: 'answered-here', at }];
  expect(entry(recorded).why).toEqual(why);
  expect(entry({ ...recorded, reasons: [{ code: 'answered-by', at, device: 'another' }] }).why).toEqual([{ code: 'answered-elsewhere', at }]);
  const answeredAt = (number: string) => entry({ ...recorded, reasons: [{ code: 'answered-at', at, number }] }).why;
  expect([answeredAt(MOBILE), answeredAt('+468')]).toEqual([[{ code: 'answered-in-mobile', at }], [{ code: 'answered-at', at, number: '+468' }]]);
  expect(joinCalls(own(), entry(recorded)).why).toEqual(why);
  expect(joinCalls(entry(recorded), own()).why).toEqual(why);
});

describe('a call the server tells of', () => {
  const incoming: [string, CallRecord, Partial<HistoryEntry>][] = [
    ['given up by the caller', record(), { reason: 'caller-cancelled', missed: true }],
    ['not taken in time', record({ status: 408, endedBy: 'server' }), { reason: 'no-answer', missed: true }],
    ['with no phone connected', record({ status: 480, endedBy: 'server', ringingAt: null }), { reason: 'unreachable', missed: true }],
    ['while busy with another', record({ status: 486, endedBy: 'callee', ringingAt: null }), { reason: 'busy', missed: true }],
    ['declined on a desk phone', record({ status: 486, endedBy: 'callee' }), { reason: 'declined-elsewhere', missed: false }],
    ['declined', record({ status: 603, endedBy: 'callee' }), { reason: 'declined-elsewhere', missed: false }],
    ['not let through', record({ status: 403, endedBy: 'server', ringingAt: null }), { reason: 'forbidden', missed: false }],
    ['failed', record({ status: 500, endedBy: 'server', ringingAt: null }), { reason: 'server-error', missed: false }],
    ['answered by another device', answeredRecord(), { reason: 'answered-elsewhere', missed: false, answeredAt: NINE + 5000 }],
    ['answered in the mobile', inMobile(), { reason: 'answered-in-mobile', missed: false, answeredAt: NINE + 5000 }],
    ['answered at another number', inMobile('+468'), { reason: 'answered-elsewhere', missed: false }],
    ['answered here, the browser crashed', answeredRecord({ answeredBy: DEVICE }), { reason: 'remote-hung-up', missed: false }],
    ['answered here and lost', answeredRecord({ answeredBy: DEVICE, endedBy: 'server' }), { reason: 'connection-lost', missed: false }],
    ['number withheld', record({ number: null }), { number: '', missed: true }],
  ];
  it.each(incoming)('incoming, %s', (_, of, expected) => expect(told(of)).toMatchObject({ ...expected, unseen: expected.missed }));

  const outgoing: [string, CallRecord, Partial<HistoryEntry>][] = [
    ['talked', answeredRecord({ endedBy: 'caller' }), { reason: 'hung-up', answeredAt: NINE + 5000 }],
    ['talked, the other hung up', answeredRecord({ endedBy: 'callee' }), { reason: 'remote-hung-up' }],
    ['cancelled', record(), { reason: 'cancelled' }],
    ['busy', record({ status: 486, endedBy: 'callee' }), { reason: 'busy' }],
    ['declined', record({ status: 603, endedBy: 'callee' }), { reason: 'remote-declined' }],
    ['no answer', record({ status: 408, endedBy: 'server' }), { reason: 'no-answer' }],
    ['nobody there', record({ status: 480, endedBy: 'server', ringingAt: null }), { reason: 'unreachable' }],
  ];
  it.each(outgoing)('outgoing, %s', (_, of, expected) =>
    expect(told({ ...of, direction: 'outgoing' })).toMatchObject({ ...expected, missed: false, unseen: false }),
  );

  it('is not in the history before it is over, nor with times nobody can read', () => {
    expect(told(record({ endedAt: null }))).toBeNull();
    expect(told(record({ startedAt: 'yesterday' }))).toBeNull();
  });
});

describe('the server’s record of a call this browser knows', () => {
  const cases: [string, HistoryEntry, CallRecord, Partial<HistoryEntry>][] = [
    ['answered here: the times are this browser’s', own({ answeredAt: NINE + 4900, endedAt: NINE + 64_900, reason: 'hung-up', missed: false, unseen: false }), answeredRecord({ answeredBy: DEVICE }), { answeredAt: NINE + 4900, reason: 'hung-up', name: 'Karin Andersson' }],
    ['answered elsewhere: how long they talked', own({ reason: 'answered-elsewhere', missed: false, unseen: false }), answeredRecord(), { reason: 'answered-elsewhere', answeredAt: NINE + 5000, endedAt: NINE + 65_000 }],
    ['answered in the mobile, as the edge said', own({ reason: 'answered-in-mobile', missed: false, unseen: false }), answeredRecord({ answeredBy: null }), { reason: 'answered-in-mobile', answeredAt: NINE + 5000 }],
    ['stopped ringing without a word why, was answered in the mobile', own(), inMobile(), { reason: 'answered-in-mobile', missed: false, unseen: false }],
    ['stopped ringing without a word why, was answered elsewhere', own(), answeredRecord(), { reason: 'answered-elsewhere', missed: false, unseen: false }],
    ['stopped ringing without a word why, was declined elsewhere', own(), record({ status: 603, endedBy: 'callee' }), { reason: 'declined-elsewhere', missed: false }],
    ['declined here', own({ reason: 'declined', missed: false, unseen: false }), record({ status: 603, endedBy: 'callee' }), { reason: 'declined', missed: false }],
    ['lost while it rang, the caller gave up', own({ reason: 'connection-lost', missed: false, unseen: false }), record(), { reason: 'caller-cancelled', missed: true, unseen: true }],
    ['seen before the server told', own({ unseen: false }), record(), { missed: true, unseen: false }],
    ['withheld to the phone, known to the server', own({ number: '' }), record(), { number: '+46701740607' }],
    ['named by the user', own({ name: 'Karin på lagret' }), record(), { name: 'Karin på lagret' }],
    ['dialled from here, busy', own({ direction: 'outgoing', reason: 'busy', missed: false, unseen: false }), record({ direction: 'outgoing', status: 603, endedBy: 'callee' }), { reason: 'busy' }],
    ['cancelled the moment it was answered', own({ direction: 'outgoing', reason: 'cancelled', missed: false, unseen: false }), answeredRecord({ direction: 'outgoing', endedBy: 'caller' }), { reason: 'hung-up', answeredAt: NINE + 5000 }],
  ];
  it.each(cases)('%s', (_, known, of, expected) => expect(joinCalls(known, entry(of))).toMatchObject({ ...expected, toldBy: 'both' }));

  it('has the same id, and another one for the other side of a call to oneself', () => {
    expect(entry(record()).id).toBe(own().id);
    expect(entry(record({ direction: 'outgoing' })).id).not.toBe(own().id);
  });
});

it('whoever tells first, and however often: one row, the same', () => {
  const time = fc.integer({ min: 0, max: 600_000 }).map((ms) => NINE + ms);
  const phones = fc
    .record({ direction: fc.constantFrom('incoming' as const, 'outgoing' as const), answeredAt: fc.option(time), endedAt: time, reason: fc.constantFrom(...END_REASONS), name: fc.option(fc.string()), number: fc.constantFrom('', '212') })
    .map((over) => ({ ...over, missed: isMissed(over.direction, over.answeredAt !== null, over.reason) }))
    .map((over) => own({ ...over, unseen: over.missed }));
  const records = fc.record({
    answeredAt: fc.option(time.map((ms) => new Date(ms).toISOString())),
    ringingAt: fc.option(time.map((ms) => new Date(ms).toISOString())),
    status: fc.option(fc.constantFrom(200, 403, 408, 480, 486, 487, 503, 600, 603)),
    endedBy: fc.option(fc.constantFrom('caller' as const, 'callee' as const, 'server' as const)),
    answeredBy: fc.option(fc.constantFrom(DEVICE, 'another-device')),
    reasons: fc.constantFrom([], inMobile().reasons),
    name: fc.option(fc.string()),
  });
  const order = fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }).filter((turns) => turns.includes(true) && turns.includes(false));
  fc.assert(
    fc.property(phones, records, order, (phone, over, turns) => {
      const server = entry(record({ ...over, direction: phone.direction }));
      const tell = (said: readonly boolean[]) => {
        const rows = new Map<string, HistoryEntry>();
        for (const byPhone of said) {
          const call = byPhone ? phone : server;
          rows.set(call.id, joinCalls(rows.get(call.id), call));
        }
        return [...rows.values()];
      };
      expect(tell(turns)).toHaveLength(1);
      expect(tell(turns)).toStrictEqual(tell([true, false]));
    }),
  );
});
