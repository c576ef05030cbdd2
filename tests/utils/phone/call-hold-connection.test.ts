import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { directions, hold, inUse, isReInvite, microphoneOf, resume } from '@/tests/support/held-calls';
import { talking } from '@/tests/support/phone-builder';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();
beforeEach(async () => {
  await talking(alice, bob);
  edge.log.length = 0;
});

describe('hold without a connection', () => {
  const cutOff = async () => {
    edge.mode = 'down';
    edge.cut();
    await clock.step(5_000);
  };

  it('holds here at once, and tells the other side when there is one again', async () => {
    await cutOff();
    await hold(alice);
    expect([alice.call.state, alice.output.playing, microphoneOf(alice)?.enabled]).toStrictEqual(['held', 0, false]);
    expect(bob.call.heldByRemote).toBe(false);
    edge.mode = 'up';
    await clock.step(30_000);
    expect(directions(edge)).toStrictEqual(['sendonly', 'recvonly']);
    expect(bob.call.heldByRemote).toBe(true);
  });

  it('says nothing of a hold that was over before', async () => {
    await cutOff();
    await hold(alice);
    await resume(alice);
    edge.mode = 'up';
    await clock.step(30_000);
    expect(edge.requests('INVITE')).toHaveLength(0);
    expect(alice.output.playing).toBe(1);
  });

  it('lost while the offer was out: it is made again', async () => {
    // SIP.js keeps its own time.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    edge.rules.push((message) => (isReInvite(message) && edge.requests('INVITE').length === 1 ? 'drop' : 'pass'));
    await hold(alice);
    edge.cut();
    await clock.step(5_000);
    vi.advanceTimersByTime(33_000);
    vi.useRealTimers();
    await clock.step(5_000);
    expect(directions(edge)).toStrictEqual(['sendonly', 'sendonly', 'recvonly']);
    expect([alice.call.state, bob.call.heldByRemote]).toStrictEqual(['held', true]);
  });
});

describe('a held call whose media breaks', () => {
  it('is mended by an ICE restart that keeps it held', async () => {
    await hold(alice);
    inUse(alice).become('failed');
    await settle();
    expect(inUse(alice).iceRestarts).toBe(1);
    expect(directions(edge).slice(-2)).toStrictEqual(['sendonly', 'recvonly']);
    expect(alice.call.state).toBe('held');
  });

  it('is mended too when it breaks while the hold is being told', async () => {
    alice.phone.hold(alice.call.id);
    inUse(alice).become('failed');
    await settle();
    expect(inUse(alice).iceRestarts).toBe(1);
    expect([alice.call.state, bob.call.heldByRemote]).toStrictEqual(['held', true]);
  });

  it('the hold made during a restart is told after it', async () => {
    inUse(alice).become('failed');
    alice.phone.hold(alice.call.id);
    await settle();
    expect(bob.call.heldByRemote).toBe(true);
    expect(directions(edge).slice(-2)).toStrictEqual(['sendonly', 'recvonly']);
  });
});
