import { beforeEach, describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { FakeStream } from '@/tests/support/fake-peer-connection';
import { directions, hold, inUse, isReInvite, microphoneOf, resume } from '@/tests/support/held-calls';
import { talking } from '@/tests/support/phone-builder';
import { respond } from '@/tests/support/phone-edge';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();
beforeEach(async () => {
  await talking(alice, bob);
  edge.log.length = 0;
});

describe('hold and resume', () => {
  it('offer sendonly and sendrecv, and the other side agrees', async () => {
    await hold(alice);
    expect(alice.call.state).toBe('held');
    expect(directions(edge)).toStrictEqual(['sendonly', 'recvonly']);
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: true });
    await resume(alice);
    expect(alice.call.state).toBe('active');
    expect(directions(edge)).toStrictEqual(['sendonly', 'recvonly', 'sendrecv', 'sendrecv']);
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: false });
  });

  it('take effect here at once, before anything was sent', async () => {
    alice.phone.hold(alice.call.id);
    expect(edge.log).toHaveLength(0);
    expect([alice.call.state, alice.output.playing, microphoneOf(alice)?.enabled]).toStrictEqual(['held', 0, false]);
    await settle();
    alice.phone.resume(alice.call.id);
    expect([alice.call.state, alice.output.playing, microphoneOf(alice)?.enabled]).toStrictEqual(['active', 1, true]);
  });

  it('asked for again change nothing', async () => {
    await hold(alice);
    await hold(alice);
    await resume(alice);
    await resume(alice);
    expect(edge.requests('INVITE')).toHaveLength(2);
  });

  it('keep the microphone muted, and a new microphone silent', async () => {
    alice.phone.setMuted(alice.call.id, true);
    await hold(alice);
    await resume(alice);
    expect([alice.call.muted, microphoneOf(alice)?.enabled]).toStrictEqual([true, false]);
    await hold(alice);
    alice.phone.setMuted(alice.call.id, false);
    expect(microphoneOf(alice)?.enabled).toBe(false);
    alice.microphone.emit({ kind: 'lost' });
    alice.microphone.emit({ kind: 'back', stream: new FakeStream() as unknown as MediaStream });
    await settle();
    expect([microphoneOf(alice)?.readyState, microphoneOf(alice)?.enabled]).toStrictEqual(['live', false]);
    await resume(alice);
    expect(microphoneOf(alice)?.enabled).toBe(true);
  });

  it('change neither the beginning nor the length of the call', async () => {
    const { answeredAt } = alice.call;
    await hold(alice);
    await clock.step(5_000);
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'hung-up', answeredAt, endedAt: (answeredAt ?? 0) + 5_000 });
    expect(bob.call.endReason).toBe('remote-hung-up');
  });

  it('a held call that the other side ends is over', async () => {
    await hold(alice);
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(alice.call.endReason).toBe('remote-hung-up');
  });

  it('no tones go into a held call, and nothing is held that was not answered', async () => {
    await hold(alice);
    expect(alice.phone.sendDtmf(alice.call.id, '1')).toStrictEqual({ ok: false, error: 'call-on-hold' });
    expect(inUse(alice).transceivers[0]?.sender.dtmf.sent).toStrictEqual([]);
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(alice.phone.hold(alice.call.id)).toStrictEqual({ ok: false, error: 'no-such-call' });
    await alice.dial('1002');
    expect(alice.phone.hold(alice.call.id)).toStrictEqual({ ok: false, error: 'call-being-set-up' });
  });
});

describe('held at both ends', () => {
  it('is inactive, and goes on when both have resumed', async () => {
    await hold(alice);
    await hold(bob);
    expect(directions(edge).slice(2)).toStrictEqual(['sendonly', 'inactive']);
    expect([alice.call, bob.call]).toMatchObject([
      { state: 'held', heldByRemote: true },
      { state: 'held', heldByRemote: true },
    ]);
    await resume(alice);
    expect(directions(edge).slice(4)).toStrictEqual(['sendrecv', 'sendonly']);
    expect([alice.call, bob.call]).toMatchObject([
      { state: 'active', heldByRemote: true },
      { state: 'held', heldByRemote: false },
    ]);
    await resume(bob);
    expect(directions(edge).slice(6)).toStrictEqual(['sendrecv', 'sendrecv']);
    expect([alice.call.heldByRemote, bob.call.heldByRemote]).toStrictEqual([false, false]);
    expect([alice.output.playing, bob.output.playing]).toStrictEqual([1, 1]);
  });
});

describe('a hold the other side does not take', () => {
  it.each(['488 Not Acceptable Here', '405 Method Not Allowed'])('%s: stays held here, silently, and is resumed without a word', async (status) => {
    edge.rules.push((message) => (isReInvite(message) ? [respond(message, status)] : 'pass'));
    await hold(alice);
    await clock.step(30_000);
    expect(edge.requests('INVITE')).toHaveLength(1);
    expect([alice.call.state, alice.output.playing, microphoneOf(alice)?.enabled]).toStrictEqual(['held', 0, false]);
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: false });
    await resume(alice);
    expect(edge.requests('INVITE')).toHaveLength(1);
    expect([alice.call.state, alice.output.playing, microphoneOf(alice)?.enabled]).toStrictEqual(['active', 1, true]);
  });

  it('481: the other side has forgotten the call, so it is over', async () => {
    edge.rules.push((message) => (isReInvite(message) ? [respond(message, '481 Call/Transaction Does Not Exist')] : 'pass'));
    await hold(alice);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
  });

  it.each([
    ['the caller', 2_100, 4_000],
    ['who was called', 0, 2_000],
  ])('491: %s offers again after %i to %i ms', async (who, least, most) => {
    const one = who === 'the caller' ? alice : bob;
    let refused = 0;
    edge.rules.push((message) => (isReInvite(message) && refused++ === 0 ? [respond(message, '491 Request Pending')] : 'pass'));
    await hold(one);
    expect(one.call.state).toBe('held');
    if (least > 0) await clock.step(least - 10);
    expect(edge.requests('INVITE')).toHaveLength(1);
    await clock.step(most - least + 10);
    expect(directions(edge).slice(-2)).toStrictEqual(['sendonly', 'recvonly']);
  });

  it('491: resumed before the next try, there is none', async () => {
    edge.rules.push((message) => (isReInvite(message) ? [respond(message, '491 Request Pending')] : 'pass'));
    await hold(alice);
    await resume(alice);
    await clock.step(10_000);
    expect(edge.requests('INVITE')).toHaveLength(1);
  });

  it('503 with a time: is offered again then', async () => {
    let refused = 0;
    edge.rules.push((message) => (isReInvite(message) && refused++ === 0 ? [respond(message, '503 Service Unavailable', ['Retry-After: 2'])] : 'pass'));
    await hold(alice);
    await clock.step(2_000);
    expect(bob.call.heldByRemote).toBe(true);
  });

  it('both press Hold at once: each is refused once, and both are held', async () => {
    alice.phone.hold(alice.call.id);
    bob.phone.hold(bob.call.id);
    await settle();
    await clock.step(10_000);
    expect([alice.call, bob.call]).toMatchObject([
      { state: 'held', heldByRemote: true },
      { state: 'held', heldByRemote: true },
    ]);
    await resume(alice);
    await resume(bob);
    expect([alice.call.heldByRemote, bob.call.heldByRemote]).toStrictEqual([false, false]);
    expect(directions(edge).slice(-2)).toStrictEqual(['sendrecv', 'sendrecv']);
  });

  it('an offer of the other side that comes while ours is being made is answered, not taken for an answer', async () => {
    const connection = inUse(alice);
    const apply = connection.setLocalDescription.bind(connection);
    let finish: () => void = () => undefined;
    const gathering = new Promise<void>((resolve) => (finish = resolve));
    connection.setLocalDescription = async (description) => {
      await apply(description);
      if (description.type === 'offer') await gathering;
    };
    alice.phone.hold(alice.call.id);
    await settle();
    expect(edge.requests('INVITE')).toHaveLength(0);
    await hold(bob);
    expect(directions(edge)).toStrictEqual(['sendonly', 'inactive']);
    expect([alice.call.heldByRemote, bob.call.heldByRemote]).toStrictEqual([true, true]);
    finish();
    await clock.step(5_000);
    expect([alice.call.state, bob.call.state, connection.signalingState]).toStrictEqual(['held', 'held', 'stable']);
    await resume(bob);
    await resume(alice);
    expect(directions(edge).slice(-2)).toStrictEqual(['sendrecv', 'sendrecv']);
  });

  it('held and resumed while the first offer is out: what counts is the last', async () => {
    alice.phone.hold(alice.call.id);
    alice.phone.resume(alice.call.id);
    alice.phone.hold(alice.call.id);
    await settle();
    alice.phone.resume(alice.call.id);
    await clock.step(5_000);
    expect([alice.call.state, bob.call.heldByRemote]).toStrictEqual(['active', false]);
    expect(directions(edge).slice(-2)).toStrictEqual(['sendrecv', 'sendrecv']);
  });
});
