import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallView } from '@/utils/contract/phone-state';
import { MAX_CALLS } from '@/utils/domain/call/focus';
import { settle } from '@/tests/support/fake-clock';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

let carol: TestPhone;

withTwoPhones();
beforeEach(async () => {
  carol = await new TestPhone(edge, '1003', { clock }).start();
});
afterEach(() => carol.phone.stop());

/** Alice's call with this number. */
const withNumber = (number: string): CallView => {
  const call = [...alice.calls.values()].findLast(({ remote }) => remote.number === number);
  if (!call) throw new Error(`no call with ${number}`);
  return call;
};
const states = () => ['1002', '1003'].map((number) => withNumber(number).state);
const sounds = () => [alice.output.ringing, alice.output.callWaiting];

describe('dialling during a call', () => {
  it('holds it, and the new one is the one spoken in', async () => {
    await talking(alice, bob);
    await alice.dial('1003');
    expect(states()).toStrictEqual(['held', 'alerting']);
    expect(bob.call.heldByRemote).toBe(true);
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(states()).toStrictEqual(['held', 'active']);
    expect([alice.output.playing, carol.call.heldByRemote]).toStrictEqual([1, false]);
  });

  it('that comes to nothing leaves the first on hold, to be taken back', async () => {
    await talking(alice, bob);
    await alice.dial('1009');
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'not-found' });
    expect(withNumber('1002').state).toBe('held');
    alice.phone.resume(withNumber('1002').id);
    await settle();
    expect([withNumber('1002').state, bob.call.heldByRemote]).toStrictEqual(['active', false]);
  });

  it('of something that is no number holds nothing', async () => {
    await talking(alice, bob);
    expect(alice.phone.dial('hello')).toStrictEqual({ ok: false, error: 'not-a-number' });
    expect(alice.call.state).toBe('active');
  });

  it('one call is set up at a time', async () => {
    await alice.dial('1002');
    expect(alice.phone.dial('1003')).toStrictEqual({ ok: false, error: 'call-being-set-up' });
    expect(alice.calls.size).toBe(1);
  });

  it('taking the held call back gives up the one being set up', async () => {
    await talking(alice, bob);
    await alice.dial('1003');
    alice.phone.resume(withNumber('1002').id);
    await settle();
    expect(states()).toStrictEqual(['active', 'ended']);
    expect(carol.call.endReason).toBe('caller-cancelled');
  });
});

describe('a call that comes during another', () => {
  beforeEach(async () => {
    await talking(alice, bob);
    await carol.dial('1001');
  });

  it('is told by the discreet tone, and by the ring once the other is over', async () => {
    expect(withNumber('1003').state).toBe('ringing');
    expect(sounds()).toStrictEqual([false, true]);
    alice.phone.hangUp(withNumber('1002').id);
    await settle();
    expect(sounds()).toStrictEqual([true, false]);
    alice.phone.hangUp(withNumber('1003').id);
    expect(sounds()).toStrictEqual([false, false]);
  });

  it('answered, puts the first on hold', async () => {
    expect(await alice.phone.answer(withNumber('1003').id)).toStrictEqual({ ok: true });
    await settle();
    expect(states()).toStrictEqual(['held', 'active']);
    expect([bob.call, carol.call]).toMatchObject([
      { state: 'active', heldByRemote: true },
      { state: 'active', heldByRemote: false },
    ]);
    expect(sounds()).toStrictEqual([false, false]);
    expect(alice.output.playing).toBe(1);
  });

  it('answered so, ends the first', async () => {
    await alice.phone.answer(withNumber('1003').id, 'end');
    await settle();
    expect(states()).toStrictEqual(['ended', 'active']);
    expect(bob.call.endReason).toBe('remote-hung-up');
  });

  it('not answered for want of a microphone, leaves the first as it is', async () => {
    alice.microphone.failure = 'busy';
    expect(await alice.phone.answer(withNumber('1003').id, 'end')).toStrictEqual({ ok: false, error: 'microphone-busy' });
    expect(states()).toStrictEqual(['active', 'ringing']);
    expect(sounds()).toStrictEqual([false, true]);
  });

  it('declined, changes nothing', async () => {
    alice.phone.hangUp(withNumber('1003').id);
    await settle();
    expect(states()).toStrictEqual(['active', 'ended']);
    expect([carol.call.endReason, bob.call.heldByRemote]).toStrictEqual(['remote-declined', false]);
  });
});

describe('two calls', () => {
  beforeEach(async () => {
    await talking(alice, bob);
    await carol.dial('1001');
    await alice.phone.answer(withNumber('1003').id);
    await settle();
  });

  it('are swapped by taking the held one back', async () => {
    alice.phone.resume(withNumber('1002').id);
    await settle();
    expect(states()).toStrictEqual(['active', 'held']);
    expect([bob.call.heldByRemote, carol.call.heldByRemote]).toStrictEqual([false, true]);
    alice.phone.resume(withNumber('1003').id);
    await settle();
    expect(states()).toStrictEqual(['held', 'active']);
    expect([bob.call.heldByRemote, carol.call.heldByRemote]).toStrictEqual([true, false]);
    expect(alice.output.playing).toBe(1);
  });

  it('when one ends, the other is not taken back by itself', async () => {
    carol.phone.hangUp(carol.call.id);
    await settle();
    expect(states()).toStrictEqual(['held', 'ended']);
    expect([alice.output.playing, alice.microphone.released]).toStrictEqual([0, 0]);
  });

  it('tones go to the one that is meant', async () => {
    const sender = (at: number) => alice.connections.made.filter(({ remoteDescription }) => remoteDescription)[at]?.transceivers[0]?.sender;
    alice.phone.sendDtmf(withNumber('1003').id, '7');
    expect([sender(0)?.dtmf.sent, sender(1)?.dtmf.sent]).toStrictEqual([[], ['7']]);
    const dtmf = sender(1)?.dtmf;
    if (dtmf) dtmf.canInsertDTMF = false;
    alice.phone.sendDtmf(withNumber('1003').id, '8');
    await settle();
    expect(edge.requests('INFO').map((message) => message.header('to')?.includes('1003'))).toStrictEqual([true]);
    expect([withNumber('1002').dtmf, withNumber('1003').dtmf]).toStrictEqual(['', '78']);
  });

  it('muting is of one call', async () => {
    alice.phone.setMuted(withNumber('1002').id, true);
    expect([withNumber('1002').muted, withNumber('1003').muted]).toStrictEqual([true, false]);
  });
});

describe('a ring that is silenced', () => {
  it('is quiet here, and the call can still be answered', async () => {
    await bob.dial('1001');
    expect(alice.phone.silence(alice.call.id)).toStrictEqual({ ok: true });
    expect(alice.call).toMatchObject({ state: 'ringing', silenced: true });
    expect([...sounds(), bob.call.state]).toStrictEqual([false, false, 'alerting']);
    await alice.phone.answer(alice.call.id);
    await settle();
    expect(alice.call.state).toBe('active');
    expect(alice.phone.silence(alice.call.id)).toStrictEqual({ ok: false, error: 'no-such-call' });
  });

  it('does not silence the next one', async () => {
    await bob.dial('1001');
    alice.phone.silence(alice.call.id);
    await carol.dial('1001');
    expect(sounds()).toStrictEqual([true, false]);
  });
});

it('six calls at a time: the seventh caller hears busy, and none more is dialled', async () => {
  const callers = await Promise.all(Array.from({ length: MAX_CALLS }, (_, at) => new TestPhone(edge, `20${at}`, { clock }).start()));
  for (const caller of callers) {
    await caller.dial('1001');
    await alice.phone.answer(alice.call.id);
    await settle();
  }
  expect([...alice.calls.values()].map(({ state }) => state)).toStrictEqual(['held', 'held', 'held', 'held', 'held', 'active']);
  await carol.dial('1001');
  expect(carol.call).toMatchObject({ state: 'ended', endReason: 'busy' });
  expect(edge.responses('INVITE', 486)).toHaveLength(1);
  expect(alice.phone.dial('1002')).toStrictEqual({ ok: false, error: 'too-many-calls' });
  expect(alice.call.state).toBe('active');
  await Promise.all(callers.map((caller) => caller.phone.stop()));
});
