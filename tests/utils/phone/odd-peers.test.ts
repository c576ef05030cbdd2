import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { talking } from '@/tests/support/phone-builder';
import type { WireMessage } from '@/tests/support/phone-edge';
import { bodyOf, branch, OFFER, Stranger, tagOf } from '@/tests/support/stranger';
import { alice, bob, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

describe('an INVITE that cannot be taken', () => {
  it.each([
    ['a codec that nobody here speaks', OFFER.replace('opus/48000/2', 'G729/8000'), 'application/sdp', 488],
    ['plain RTP', OFFER.replace('UDP/TLS/RTP/SAVPF', 'RTP/AVP').replace(/a=fingerprint.*\r\n/, ''), 'application/sdp', 488],
    ['no SDP in it', 'hello', 'application/sdp', 488],
    ['another kind of body', 'hello', 'text/plain', 415],
  ])('%s: refused without ringing', async (_, sdp, type, status) => {
    const odd = new Stranger(edge, bob);
    edge.say('1002', odd.request('INVITE', [], sdp).replace('application/sdp', type));
    await settle();
    expect(odd.last('INVITE')?.status).toBe(status);
    expect(bob.calls.size).toBe(0);
    await talking(alice, bob);
  });
});

describe('an INVITE without an offer', () => {
  it('is answered with ours, and theirs comes with the ACK', async () => {
    const odd = new Stranger(edge, bob);
    await odd.say('INVITE');
    expect(bob.call.state).toBe('ringing');
    await bob.phone.answer(bob.call.id);
    await settle();
    const ok = odd.last('INVITE');
    expect(ok && bodyOf(ok)).toContain('a=setup:actpass');
    odd.toTag = ok && tagOf(ok, 'to');
    await odd.say('ACK', [], OFFER.replace('actpass', 'active'));
    expect(bob.call.state).toBe('active');
    expect(bob.connections.made.at(-1)?.remoteDescription).toMatchObject({ type: 'answer' });
  });

  it('within a call asks for a new one of ours', async () => {
    const odd = new Stranger(edge, bob);
    await odd.talk();
    await odd.say('INVITE');
    const ok = odd.last('INVITE');
    expect(ok?.header('cseq')).toBe('2 INVITE');
    expect(ok && bodyOf(ok)).toContain('a=setup:actpass');
    await odd.say('ACK', [], OFFER.replace('actpass', 'active').replace('sendrecv', 'sendonly'));
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: true });
  });
});

it('a re-INVITE that cannot be taken is refused with 488, and the call goes on as it was', async () => {
  const odd = new Stranger(edge, bob);
  await odd.talk();
  await odd.say('INVITE', [], 'hello');
  expect(odd.last('INVITE')).toMatchObject({ status: 488 });
  await odd.say('INVITE', [], OFFER.replace('sendrecv', 'sendonly'));
  expect(odd.last('INVITE')).toMatchObject({ status: 200 });
  expect(bob.call).toMatchObject({ state: 'active', heldByRemote: true });
});

it('requests that come again ring once, are answered once and end once', async () => {
  const odd = new Stranger(edge, bob);
  const invite = odd.request('INVITE', [], OFFER);
  for (let times = 0; times < 3; times++) edge.say('1002', invite);
  await settle();
  edge.say('1002', invite);
  await settle();
  expect(bob.calls.size).toBe(1);
  await bob.phone.answer(bob.call.id);
  await settle();
  edge.say('1002', invite);
  await settle();
  expect(odd.statuses('INVITE').filter((status) => status === 200)).toHaveLength(1);
  const ok = odd.last('INVITE');
  odd.toTag = ok && tagOf(ok, 'to');
  await odd.say('ACK');
  await odd.say('ACK');
  expect(bob.call.state).toBe('active');
  const bye = odd.request('BYE');
  for (let times = 0; times < 3; times++) edge.say('1002', bye);
  await settle();
  expect(new Set(odd.statuses('BYE'))).toEqual(new Set([200]));
  expect(bob.call).toMatchObject({ state: 'ended', endReason: 'remote-hung-up' });
});

/** The edge answers Alice's INVITEs with this. */
function answering(answer: (invite: WireMessage, sdp: string) => string[]): void {
  edge.rules.push((message) =>
    message.method === 'INVITE' && message.status === null ? answer(message, bodyOf(message).replace('actpass', 'active')) : 'pass',
  );
}

describe('several phones answer', () => {
  it('the first counts, the others are thanked and hung up', async () => {
    answering((invite, sdp) => [
      branch(invite, '180 Ringing', 'a'),
      branch(invite, '183 Session Progress', 'b', sdp),
      branch(invite, '200 OK', 'a', sdp),
      branch(invite, '200 OK', 'b', sdp),
      branch(invite, '200 OK', 'a', sdp),
    ]);
    await alice.dial('0701740607');
    expect(alice.call.state).toBe('active');
    expect(edge.requests('ACK').map((ack) => tagOf(ack, 'to'))).toEqual(['a', 'b', 'a']);
    expect(edge.requests('BYE').map((bye) => tagOf(bye, 'to'))).toEqual(['b']);
  });

  it('hung up in the moment of the answer: it is taken and ended', async () => {
    let invite: WireMessage | undefined;
    answering((message) => {
      invite = message;
      return [branch(message, '180 Ringing', 'a')];
    });
    await alice.dial('0701740607');
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(edge.requests('CANCEL')).toHaveLength(1);
    if (!invite) throw new Error('no INVITE');
    edge.say('1001', branch(invite, '200 OK', 'a', bodyOf(invite).replace('actpass', 'active')));
    await settle();
    expect(edge.requests('ACK')).toHaveLength(1);
    expect(edge.requests('BYE')).toHaveLength(1);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'cancelled' });
  });
});
