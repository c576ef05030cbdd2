import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { FakeStream } from '@/tests/support/fake-peer-connection';
import { talking, type TestPhone } from '@/tests/support/phone-builder';
import { alice, bob, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

const used = (one: TestPhone) => one.connections.made.find(({ remoteDescription }) => remoteDescription)?.transceivers[0]?.sender;

describe('a call without a microphone', () => {
  it.each(['refused', 'missing', 'busy'] as const)('%s: an outgoing call ends with that reason, and the phone is usable after', async (failure) => {
    alice.microphone.failure = failure;
    await alice.dial('1002');
    expect(alice.call).toMatchObject({ state: 'ended', endReason: `microphone-${failure}` });
    expect(bob.calls.size === 0 || bob.call.state === 'ended').toBe(true);
    alice.microphone.failure = null;
    await talking(alice, bob);
  });

  it.each(['refused', 'missing', 'busy'] as const)('%s: answering says so and the call keeps ringing', async (failure) => {
    await alice.dial('1002');
    bob.microphone.failure = failure;
    expect(await bob.phone.answer(bob.call.id)).toStrictEqual({ ok: false, error: `microphone-${failure}` });
    expect(bob.call.state).toBe('ringing');
    expect(bob.output.ringing).toBe(true);
    bob.microphone.failure = null;
    expect(await bob.phone.answer(bob.call.id)).toStrictEqual({ ok: true });
    await settle();
    expect(alice.call.state).toBe('active');
  });
});

describe('when the microphone opens', () => {
  it('granted: the INVITE is out before it is open, and the track joins later', async () => {
    alice.microphone.held = true;
    await alice.dial('1002');
    expect(edge.requests('INVITE')).toHaveLength(1);
    await bob.phone.answer(bob.call.id);
    await settle();
    expect(used(alice)?.track).toBeNull();
    alice.microphone.open();
    await settle();
    expect(used(alice)?.track?.readyState).toBe('live');
  });

  it('not yet granted: nothing rings until it is open', async () => {
    alice.phone.microphoneIs('prompt');
    alice.microphone.held = true;
    await alice.dial('1002');
    expect(edge.requests('INVITE')).toHaveLength(0);
    alice.microphone.open();
    await settle();
    expect(edge.requests('INVITE')).toHaveLength(1);
  });

  it('hung up meanwhile, nothing is sent and nothing stays open', async () => {
    alice.phone.microphoneIs('prompt');
    alice.microphone.held = true;
    await alice.dial('1002');
    alice.phone.hangUp(alice.call.id);
    alice.microphone.open();
    await settle();
    expect(edge.requests('INVITE')).toHaveLength(0);
    expect(alice.call.endReason).toBe('cancelled');
    expect(alice.microphone.released).toBeGreaterThan(0);
  });
});

describe('a microphone lost during a call', () => {
  it('is told, and a new one takes its place, muted as before', async () => {
    await talking(alice, bob);
    alice.phone.setMuted(alice.call.id, true);
    alice.microphone.emit({ kind: 'lost' });
    expect(alice.call.microphoneLost).toBe(true);
    expect(used(alice)?.track ?? null).toBeNull();
    const stream = new FakeStream();
    alice.microphone.emit({ kind: 'back', stream: stream as unknown as MediaStream });
    await settle();
    expect(alice.call.microphoneLost).toBe(false);
    expect(stream.tracks[0]?.clones).toContain(used(alice)?.track);
    expect(used(alice)?.track?.enabled).toBe(false);
  });

  it('each call stops only its own copy', async () => {
    await talking(alice, bob);
    const own = alice.microphone.streams[0]?.tracks[0];
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(own?.readyState).toBe('live');
    expect(own?.clones.every(({ readyState }) => readyState === 'ended')).toBe(true);
  });
});
