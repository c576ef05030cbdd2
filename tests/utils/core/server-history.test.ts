import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answeredRecord, record } from '@/tests/support/call-records';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE } from '@/tests/support/fake-one-server';
import { TestPhone } from '@/tests/support/phone-builder';
import type { CallRecord } from '@/utils/contract/call-record';
import type { Change } from '@/utils/contract/change-feed';
import { createCore } from '@/utils/core/create-core';

let test: TestCore;
let bob: TestPhone;
let cursor: number;

const change = (item: unknown): Change => ({ cursor: ++cursor, collection: 'calls', id: 'r1', op: 'put', item });
/** A call of a second that began so long after now. */
const later = (over: Partial<CallRecord> = {}, ms = 1000): CallRecord => {
  const iso = (at: number) => new Date(test.clock.now() + at).toISOString();
  return record({ startedAt: iso(ms), ringingAt: iso(ms), endedAt: iso(ms + 1000), ...over });
};

beforeEach(async () => {
  cursor = 0;
  test = await new TestCore().signedIn();
  test.edge.numbers.set('201', DEVICE);
  bob = await new TestPhone(test.edge, '1002', { clock: test.clock }).start();
});
afterEach(async () => {
  await Promise.all([test.core.dispose(), bob.phone.stop()]);
});

describe('calls of the server', () => {
  it('are in the history when other devices handled them, and count as missed until seen', async () => {
    const { startedAt, endedAt } = later();
    test.server.push(change(later({ endedAt: null })), change(later()), change(answeredRecord({ callId: 'c2', startedAt, answeredAt: startedAt, endedAt })));
    await settle();
    expect(test.history.entries).toMatchObject([
      { reason: 'caller-cancelled', missed: true, toldBy: 'server' },
      { reason: 'answered-elsewhere', missed: false },
    ]);
    expect(test.state.missed).toBe(1);
    await test.core.commands('history.markSeen', {});
    expect(test.state.missed).toBe(0);
  });

  it('missed while the browser was closed count when it is back', async () => {
    await test.core.dispose();
    test.server.changes.push(change(later()), change(later({ callId: 'c2' })));
    const reopened = createCore(test.adapters);
    await reopened.start();
    await settle();
    expect(reopened.state.value.missed).toBe(2);
    await reopened.dispose();
  });

  it('of the time before this browser knew the account are shown, and are no news', async () => {
    test.server.push(change(later({}, -60_000)));
    await settle();
    expect(test.history.entries).toMatchObject([{ missed: true, unseen: false }]);
    expect(test.state.missed).toBe(0);
  });

  it('join with what this browser’s phone saw of them', async () => {
    await bob.dial('201');
    const callId = test.call.id;
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(test.state.missed).toBe(1);
    test.server.push(change(answeredRecord({ callId })));
    await settle();
    expect(test.history.entries).toMatchObject([{ reason: 'answered-elsewhere', toldBy: 'both' }]);
    expect(test.state.missed).toBe(0);
  });

  it('that cannot be read hold nothing up', async () => {
    test.server.push(change({ callId: 7 }), change(later()));
    await settle();
    expect([test.history.entries.length, test.accounts.position]).toEqual([1, 2]);
    expect(test.log.lines.join('\n')).toContain('warn call record not understood');
  });

  it('are asked for again when they could not be stored', async () => {
    test.history.failure = new Error('disk full');
    test.server.push(change(later()));
    await settle();
    expect([test.history.entries.length, test.accounts.position]).toEqual([0, 0]);
    test.history.failure = null;
    await test.clock.step(120_000);
    expect([test.history.entries.length, test.accounts.position]).toEqual([1, 1]);
  });

  it('are told again after signing in anew, and are there once', async () => {
    test.server.push(change(later()));
    await settle();
    await test.core.commands('account.signOut', {});
    await test.signIn();
    await settle();
    expect(test.history.entries).toHaveLength(1);
    expect(test.state.missed).toBe(1);
  });
});
