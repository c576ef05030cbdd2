import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { talking } from '@/tests/support/phone-builder';
import { respond } from '@/tests/support/phone-edge';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

describe('how an outgoing call ends', () => {
  it.each([
    ['486 Busy Here', [], 'busy'],
    ['600 Busy Everywhere', [], 'busy'],
    ['404 Not Found', [], 'not-found'],
    ['480 Temporarily Unavailable', [], 'unreachable'],
    ['408 Request Timeout', [], 'no-answer'],
    ['403 Forbidden', [], 'forbidden'],
    ['603 Decline', [], 'remote-declined'],
    ['488 Not Acceptable Here', [], 'media-failed'],
    ['503 Service Unavailable', [], 'server-error'],
    ['500 Server Error', ['Reason: Q.850;cause=17;text="User busy"'], 'busy'],
  ] as const)('%s %s → %s, and the phone is usable after', async (status, headers, reason) => {
    edge.rules.push((message) => (message.method === 'INVITE' && message.status === null ? [respond(message, status, headers)] : 'pass'));
    await alice.dial('0701740607');
    expect(alice.call).toMatchObject({ state: 'ended', endReason: reason });
    expect(alice.output.ringback).toBe(false);
    edge.rules.length = 0;
    await talking(alice, bob);
  });

  it('480 after it rang is no answer', async () => {
    edge.rules.push((message) =>
      message.method === 'INVITE' && message.status === null
        ? [respond(message, '180 Ringing', ['Contact: <sip:x@y.test>']), respond(message, '480 Temporarily Unavailable')]
        : 'pass',
    );
    await alice.dial('0701740607');
    expect(alice.call.endReason).toBe('no-answer');
  });

  it('hung up before the answer: CANCEL, and the other side has missed it', async () => {
    await alice.dial('1002');
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'cancelled' });
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'caller-cancelled' });
    expect(bob.output.ringing).toBe(false);
    expect(edge.requests('CANCEL')).toHaveLength(1);
  });

  it('hung up while the edge still challenges the INVITE: the other side does not go on ringing', async () => {
    edge.rules.push((message) => (message.method === 'INVITE' && message.header('proxy-authorization') === null && message.status === null ? 'drop' : 'pass'));
    await alice.dial('1002');
    const [first] = edge.requests('INVITE');
    if (first === undefined) throw new Error('no INVITE was sent');
    alice.phone.hangUp(alice.call.id);
    edge.say(alice.account.user, respond(first, '407 Proxy Authentication Required', ['Proxy-Authenticate: Digest realm="test", nonce="n", algorithm=MD5, qop="auth"']));
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'cancelled' });
    expect([...bob.calls.values()].map(({ state }) => state)).toStrictEqual(['ended']);
    expect(edge.requests('CANCEL')).toHaveLength(1);
  });

  it('is declined: 603', async () => {
    await alice.dial('1002');
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'declined' });
    expect(alice.call.endReason).toBe('remote-declined');
    expect(edge.responses('INVITE', 603)).toHaveLength(1);
  });
});

describe('how an incoming call ends', () => {
  it.each([
    ['SIP;cause=200;text="Call completed elsewhere"', 'answered-elsewhere'],
    ['SIP;cause=200;text="Call completed by mobile"', 'answered-in-mobile'],
    ['SIP;cause=603;text="Declined"', 'declined-elsewhere'],
    ['SIP;cause=408', 'no-answer'],
    ['Q.850;cause=16', 'caller-cancelled'],
  ])('CANCEL with Reason %s → %s', async (header, reason) => {
    edge.rewrite = (text, { method, status }) =>
      method === 'CANCEL' && status === null ? text.replace('\r\nTo:', `\r\nReason: ${header}\r\nTo:`) : text;
    await alice.dial('1002');
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(bob.call.endReason).toBe(reason);
  });

  it('the other side hangs up', async () => {
    await talking(alice, bob);
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(bob.call.endReason).toBe('remote-hung-up');
  });
});

describe('how media ends a call', () => {
  it('a failed connection gets an ICE restart, and time to come back', async () => {
    await talking(alice, bob);
    const connection = alice.connections.made.find(({ remoteDescription }) => remoteDescription);
    connection?.become('failed');
    await settle();
    expect(connection?.iceRestarts).toBe(1);
    expect(edge.requests('INVITE')).toHaveLength(2);
    connection?.become('connected');
    await clock.step(60_000);
    expect(alice.call.state).toBe('active');
  });

  it('ends as media-failed when it does not come back, and tells the other side', async () => {
    await talking(alice, bob);
    alice.connections.made.find(({ remoteDescription }) => remoteDescription)?.become('failed');
    await clock.step(13_000);
    expect(alice.call.endReason).toBe('media-failed');
    expect(bob.call.endReason).toBe('remote-hung-up');
  });

  it('an answer that cannot be used ends it as media-failed', async () => {
    edge.rewrite = (text, { method, status }) => (method === 'INVITE' && status === 200 ? text.replace('v=0', 'v=x') : text);
    await alice.dial('1002');
    await bob.phone.answer(bob.call.id);
    await settle();
    expect(alice.call.endReason).toBe('media-failed');
    expect(bob.call.state).toBe('ended');
  });
});
