import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle, type FakeClock } from '@/tests/support/fake-clock';
import { aliceAndBob, type TestPhone } from '@/tests/support/phone-builder';
import type { FakeEdge } from '@/tests/support/phone-edge';

let edge: FakeEdge;
let alice: TestPhone;
let bob: TestPhone;
let clock: FakeClock;

beforeEach(async () => {
  ({ edge, alice, bob, clock } = await aliceAndBob());
});
afterEach(async () => {
  await Promise.all([alice.phone.stop(), bob.phone.stop()]);
});

async function inCall(): Promise<void> {
  await alice.dial('1002');
  await bob.phone.answer(bob.call.id);
  await settle();
  expect([alice.call.state, bob.call.state]).toStrictEqual(['active', 'active']);
}

describe('a call between two phones', () => {
  it('rings, is answered, carries audio both ways and ends for both', async () => {
    await alice.dial('1002');
    expect(alice.call).toMatchObject({ direction: 'outgoing', state: 'alerting', remote: { number: '1002' } });
    expect(alice.output.ringback).toBe(true);
    expect(bob.call).toMatchObject({ direction: 'incoming', state: 'ringing', remote: { number: '1001', name: '1001 person' } });
    expect(bob.output.ringing).toBe(true);

    expect(await bob.phone.answer(bob.call.id)).toStrictEqual({ ok: true });
    await settle();
    expect([alice.call.state, bob.call.state]).toStrictEqual(['active', 'active']);
    expect([bob.output.ringing, alice.output.ringback]).toStrictEqual([false, false]);
    expect([alice.output.playing, bob.output.playing]).toStrictEqual([1, 1]);
    for (const one of [alice, bob]) {
      const inUse = one.connections.made.find((connection) => connection.remoteDescription);
      expect(inUse?.transceivers[0]?.sender.track?.readyState).toBe('live');
    }

    await clock.step(5_000);
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'remote-hung-up' });
    expect([alice.output.playing, bob.output.playing]).toStrictEqual([0, 0]);
    expect([alice.microphone.released, bob.microphone.released]).toStrictEqual([1, 1]);
    expect(edge.log.map(({ method, status }) => (status === null ? method : status)).slice(-2)).toStrictEqual(['BYE', 200]);
  });
});
void inCall;
