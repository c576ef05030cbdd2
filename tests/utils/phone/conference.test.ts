import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallView } from '@/utils/contract/phone-state';
import { settle } from '@/tests/support/fake-clock';
import type { FakeTrack } from '@/tests/support/fake-peer-connection';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

let carol: TestPhone;

const withNumber = (number: string): CallView => {
  const call = [...alice.calls.values()].findLast(({ remote }) => remote.number === number);
  if (!call) throw new Error(`no call with ${number}`);
  return call;
};
const views = () => ['1002', '1003'].map((number) => withNumber(number));
const conferring = () => views().map(({ state, conference, muted }) => `${state}${conference ? ' in conference' : ''}${muted ? ' muted' : ''}`);
const connections = () => alice.connections.made.filter(({ remoteDescription, closed }) => remoteDescription && !closed);
const sent = (at: number): FakeTrack | null => connections()[at]?.transceivers[0]?.sender.track ?? null;
const heard = (at: number) => alice.mixer.heardIn(sent(at));
const voice = (at: number) => connections()[at]?.remoteStream as unknown as MediaStream;
const microphone = () => alice.microphone.streams.map((stream) => stream as unknown as MediaStream);

withTwoPhones();
beforeEach(async () => {
  carol = await new TestPhone(edge, '1003', { clock }).start();
  await talking(alice, bob);
  await alice.dial('1003');
  await carol.phone.answer(carol.call.id);
  await settle();
});
afterEach(() => carol.phone.stop());

const begin = async () => {
  const result = await alice.phone.conference(withNumber('1002').id, withNumber('1003').id);
  await settle();
  return result;
};

describe('a conference', () => {
  beforeEach(async () => {
    expect(await begin()).toStrictEqual({ ok: true });
  });

  it('lets each hear the microphone and the other one', () => {
    expect(conferring()).toStrictEqual(['active in conference', 'active in conference']);
    expect([bob.call.heldByRemote, carol.call.heldByRemote, alice.output.playing]).toStrictEqual([false, false, 2]);
    const [ofBob, ofCarol] = [heard(0), heard(1)];
    expect(ofBob).toHaveLength(2);
    expect(microphone()).toContain(ofBob?.[0]);
    expect([ofBob?.[1], ofCarol?.[1]]).toStrictEqual([voice(1), voice(0)]);
  });

  it('muted, leaves out the microphone for both, and not the voices', () => {
    alice.phone.setMuted(withNumber('1002').id, true);
    expect(conferring()).toStrictEqual(['active in conference muted', 'active in conference muted']);
    expect([heard(0), heard(1)]).toStrictEqual([[voice(1)], [voice(0)]]);
    expect([sent(0)?.enabled, sent(1)?.enabled]).toStrictEqual([true, true]);
    alice.phone.setMuted(withNumber('1003').id, false);
    expect(heard(0)).toHaveLength(2);
  });

  it.each(['split', 'hold'] as const)('%s: one talks on, the other waits on hold', async (how) => {
    if (how === 'split') alice.phone.split(withNumber('1003').id);
    else alice.phone.hold(withNumber('1002').id);
    await settle();
    expect(conferring()).toStrictEqual(['held', 'active']);
    expect([bob.call.heldByRemote, carol.call.heldByRemote]).toStrictEqual([true, false]);
    expect([alice.mixer.opened, heard(1), sent(1)?.enabled, alice.output.playing]).toStrictEqual([0, null, true, 1]);
  });

  it.each(['bob', 'alice'] as const)('one call hung up by %s leaves the other', async (who) => {
    if (who === 'bob') bob.phone.hangUp(bob.call.id);
    else alice.phone.hangUp(withNumber('1002').id);
    await settle();
    expect(conferring()).toStrictEqual(['ended', 'active']);
    expect([alice.mixer.opened, heard(0), sent(0)?.readyState]).toStrictEqual([0, null, 'live']);
  });

  it('is over when one is handed on', async () => {
    alice.phone.transfer(withNumber('1002').id, '1003');
    expect(conferring()).toStrictEqual(['transferring', 'active']);
  });

  it('takes no fourth', async () => {
    const dave = await new TestPhone(edge, '1004', { clock }).start();
    await dave.dial('1001');
    await alice.phone.answer(alice.call.id);
    await settle();
    expect(conferring()).toStrictEqual(['held', 'held']);
    await begin();
    expect(conferring()).toStrictEqual(['active in conference', 'active in conference']);
    expect(withNumber('1004').state).toBe('held');
    expect(await alice.phone.conference(withNumber('1004').id, withNumber('1003').id)).toStrictEqual({ ok: false, error: 'conference-full' });
    await dave.phone.stop();
  });

  it('goes on with another microphone', async () => {
    alice.microphone.emit({ kind: 'lost' });
    expect(heard(0)).toStrictEqual([voice(1)]);
    const stream = await alice.microphone.acquire();
    alice.microphone.emit({ kind: 'back', stream });
    await settle();
    expect(heard(0)).toStrictEqual([stream, voice(1)]);
  });
});

it('where the browser mixes no sound the calls stay as they are', async () => {
  alice.mixer.broken = true;
  expect(await begin()).toStrictEqual({ ok: false, error: 'conference-not-possible' });
  expect(conferring()).toStrictEqual(['held', 'active']);
});

it('a call that ends while the mixer opens makes no conference', async () => {
  const beginning = alice.phone.conference(withNumber('1002').id, withNumber('1003').id);
  alice.phone.hangUp(withNumber('1002').id);
  expect(await beginning).toStrictEqual({ ok: false, error: 'no-such-call' });
  expect([conferring(), alice.mixer.opened]).toStrictEqual([['ended', 'active'], 0]);
});

it('the one who is muted stays so, and both are', async () => {
  alice.phone.setMuted(withNumber('1002').id, true);
  await begin();
  expect(conferring()).toStrictEqual(['active in conference muted', 'active in conference muted']);
});
