import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTransferOver, nextTransfer, sipfragStatus, TRANSFER_ASKED, type TransferEvent, type TransferFailure, type TransferState } from '@/utils/domain/call/transfer-progress';

const at = (state: TransferState) => ({ state, reason: null });
const notified = (status: number): TransferEvent => ({ kind: 'notified', status });
const refused = (status: number | null): TransferEvent => ({ kind: 'refused', status });

describe('how a transfer goes on', () => {
  it.each<[TransferState, TransferEvent, TransferState, TransferFailure | null]>([
    ['asked', { kind: 'accepted' }, 'trying', null],
    ['asked', refused(603), 'failed', 'refused'],
    ['asked', refused(405), 'failed', 'refused'],
    ['asked', refused(481), 'failed', 'connection-lost'],
    ['asked', refused(408), 'failed', 'no-report'],
    ['asked', refused(null), 'failed', 'no-report'],
    ['asked', notified(100), 'trying', null],
    ['asked', notified(200), 'done', null],
    ['asked', { kind: 'hung-up' }, 'asked', null],
    ['asked', { kind: 'timeout' }, 'failed', 'no-report'],
    ['trying', { kind: 'accepted' }, 'trying', null],
    ['trying', notified(100), 'trying', null],
    ['trying', notified(180), 'ringing', null],
    ['trying', notified(202), 'done', null],
    ['trying', notified(480), 'failed', 'unreachable'],
    ['trying', notified(302), 'failed', 'unreachable'],
    ['trying', notified(481), 'failed', 'refused'],
    ['trying', notified(503), 'failed', 'server-error'],
    ['trying', { kind: 'hung-up' }, 'done', null],
    ['ringing', notified(100), 'ringing', null],
    ['ringing', notified(183), 'ringing', null],
    ['ringing', notified(480), 'failed', 'no-answer'],
    ['ringing', notified(486), 'failed', 'busy'],
    ['ringing', { kind: 'hung-up' }, 'done', null],
    ['ringing', { kind: 'timeout' }, 'failed', 'no-report'],
    ['ringing', { kind: 'taken-back' }, 'failed', 'taken-back'],
  ])('%s, %j → %s, %s', (before, event, state, reason) => {
    expect(nextTransfer(at(before), event)).toStrictEqual({ state, reason });
  });

  const events = fc.oneof(
    fc.constantFrom<TransferEvent>({ kind: 'accepted' }, { kind: 'hung-up' }, { kind: 'timeout' }, { kind: 'taken-back' }),
    fc.integer({ min: 100, max: 699 }).map(notified),
    fc.option(fc.integer({ min: 300, max: 699 })).map(refused),
  );

  it('whatever is heard, it goes forward only, ends once, and has a reason just when it failed', () => {
    const rank: Readonly<Record<TransferState, number>> = { asked: 0, trying: 1, ringing: 2, done: 3, failed: 3 };
    fc.assert(
      fc.property(fc.array(events), (heard) => {
        let progress = TRANSFER_ASKED;
        for (const event of heard) {
          const next = nextTransfer(progress, event);
          expect(rank[next.state]).toBeGreaterThanOrEqual(rank[progress.state]);
          if (isTransferOver(progress)) expect(next).toBe(progress);
          expect(next.reason !== null).toBe(next.state === 'failed');
          progress = next;
        }
      }),
    );
  });
});

it.each([
  ['SIP/2.0 200 OK', 200],
  ['SIP/2.0 486 Busy Here\r\nContact: <sip:a@b>\r\n', 486],
  ['SIP/2.0 999 What', null],
  ['SIP/2.0 20', null],
  ['INVITE sip:a@b SIP/2.0', null],
  ['', null],
])('the status of the fragment %j is %s', (body, status) => expect(sipfragStatus(body)).toBe(status));
