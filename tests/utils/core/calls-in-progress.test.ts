import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { createCallsInProgress } from '@/utils/storage/calls-in-progress';

let before: TestCore;
let after: TestCore;

/** The host is gone without a word; another one starts with what was stored. */
async function crash(pause = 1_000): Promise<void> {
  after.accounts.stored = before.accounts.stored;
  after.inProgress.stored = before.inProgress.stored;
  await before.clock.step(0);
  await after.clock.step(before.clock.now() - after.clock.now() + pause);
  await after.core.start();
  await settle();
}

beforeEach(async () => {
  before = new TestCore();
  after = new TestCore();
  await before.core.start();
  await before.signIn();
  await settle();
});
afterEach(async () => {
  await before.core.dispose();
  await after.core.dispose();
});

const dial = async () => {
  before.edge.rules.push(({ method }) => (method === 'INVITE' ? 'drop' : 'pass'));
  await before.core.commands('phone.dial', { target: '0701740605', source: 'popup' });
  await settle();
};

it('shows a call that went down with the host as ended, to be called back, and keeps it in the history', async () => {
  await dial();
  await before.clock.step(12_000);
  await crash();
  expect(after.state.calls).toMatchObject([{ state: 'ended', endReason: 'host-crashed', direction: 'outgoing', remote: { number: '+46701740605' } }]);
  expect(after.history.entries).toMatchObject([{ reason: 'host-crashed', number: '+46701740605' }]);
  const [call] = after.state.calls;
  // As exact as the last note.
  expect(after.clock.now() - (call?.endedAt ?? 0)).toBeLessThan(7_000);
  await after.clock.step(29_000);
  expect(after.state.calls).toHaveLength(1);
  await after.clock.step(2_000);
  expect(after.state.calls).toHaveLength(0);
});

it('tells it once', async () => {
  await dial();
  await crash();
  expect(after.inProgress.stored).toBeNull();
});

it('shows nothing of a call that broke off long ago; the history has it', async () => {
  await dial();
  await crash(600_000);
  expect(after.state.calls).toHaveLength(0);
  expect(after.history.entries).toHaveLength(1);
});

it('knows nothing of a call that ended, nor of somebody else\'s', async () => {
  await dial();
  const [call] = before.state.calls;
  await before.core.commands('phone.hangUp', { callId: call?.id ?? '' });
  await settle();
  expect(before.inProgress.stored).toBeNull();
  after.inProgress.stored = { account: 'another', seenAt: 1, calls: [{ id: 'c', direction: 'incoming', remote: { number: '1', name: null }, startedAt: 1, answeredAt: null }] };
  const { stored } = after.inProgress;
  before.inProgress.stored = stored;
  await crash();
  expect([after.state.calls, after.history.entries]).toStrictEqual([[], []]);
});

it('is stored as it was, and a store that is broken or full does no harm', () => {
  const kept = new Map<string, string>();
  const place = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) };
  const store = createCallsInProgress(place);
  const calls = { account: 'a', seenAt: 5, calls: [{ id: 'c', direction: 'incoming', remote: { number: '1', name: null }, startedAt: 1, answeredAt: 2 }] } as const;
  store.write(calls);
  expect(store.read()).toStrictEqual(calls);
  kept.set('calls-in-progress', '{"account":');
  expect(store.read()).toBeNull();
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(() => createCallsInProgress({ ...place, setItem: full }).write(calls)).not.toThrow();
});
