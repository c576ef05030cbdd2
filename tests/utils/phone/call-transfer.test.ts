import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { respond } from '@/tests/support/phone-edge';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';
import { audioDirection } from '@/utils/phone/media/audio-direction';

let carol: TestPhone;

withTwoPhones();
beforeEach(async () => {
  carol = await new TestPhone(edge, '1003', { clock }).start();
});
afterEach(() => carol.phone.stop());

/** Lets Alice's side say something to Bob inside their dialog. */
function inDialog(method: string, headers: readonly string[], cseq = 9): void {
  const invite = edge.requests('INVITE')[0];
  const ok = edge.responses('INVITE', 200)[0];
  const via = /SIP\/2\.0\/\w+ ([^;]+)/.exec(invite?.header('via') ?? '')?.[1];
  const lines = [
    `${method} sip:1002@h.invalid SIP/2.0`,
    `Via: SIP/2.0/WSS ${via};branch=z9hG4bK${method}${cseq}`,
    `From: ${invite?.header('from')}`,
    `To: ${ok?.header('to')}`,
    `Call-ID: ${invite?.header('call-id')}`,
    `CSeq: ${cseq} ${method}`,
    `Contact: ${invite?.header('contact')}`,
    'Max-Forwards: 70',
    ...headers,
    'Content-Length: 0',
    '',
    '',
  ];
  edge.say('1002', lines.join('\r\n'));
}

/** What Bob told of the call he was asked to make: the state of the subscription, and the status line. */
const told = () => edge.requests('NOTIFY').map((message) => [message.header('subscription-state'), message.text.split('\r\n\r\n')[1]]);

/** How many sides Bob hears, of connections that are open. */
const heardByBob = () => bob.connections.made.filter(({ closed, remoteStream }) => !closed && bob.output.streams.has(remoteStream as unknown as MediaStream)).length;

describe('REFER: the other side hands the call on', () => {
  beforeEach(() => talking(alice, bob));

  it('calls who is named, and the same call goes on with them', async () => {
    const id = bob.call.id;
    inDialog('REFER', ['Refer-To: <sip:1003@one.test>', 'Referred-By: <sip:1001@one.test>']);
    await settle();
    expect(edge.responses('REFER', 202)).toHaveLength(1);
    expect(carol.call).toMatchObject({ state: 'ringing', remote: { number: '1002' } });
    expect(bob.call).toMatchObject({ id, state: 'active' });
    expect(carol.call.transferredBy).toMatchObject({ number: '1001' });
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(carol.call.state).toBe('active');
    expect(bob.call).toMatchObject({ id, state: 'active' });
    expect(alice.call.state).toBe('ended');
    expect(heardByBob()).toBe(1);
    expect(told().at(-2)).toStrictEqual(['active;expires=180', 'SIP/2.0 180 Ringing']);
    expect(told().at(-1)).toStrictEqual(['terminated;reason=noresource', 'SIP/2.0 200 OK']);
    bob.phone.hangUp(id);
    await settle();
    expect(carol.call.endReason).toBe('remote-hung-up');
  });

  it('of a held call is followed on hold, until it is taken back', async () => {
    const { id } = bob.call;
    bob.phone.hold(id);
    await settle();
    inDialog('REFER', ['Refer-To: <sip:1003@one.test>']);
    await settle();
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(bob.call).toMatchObject({ id, state: 'held' });
    expect(audioDirection(edge.requests('INVITE').at(-1)?.text ?? '')).toBe('sendonly');
    expect([bob.output.playing, alice.call.state]).toStrictEqual([0, 'ended']);
    bob.phone.resume(id);
    await settle();
    expect(audioDirection(edge.requests('INVITE').at(-1)?.text ?? '')).toBe('sendrecv');
    expect([heardByBob(), carol.call.heldByRemote]).toStrictEqual([1, false]);
  });

  it('by one who has us on hold, as is usual, ends that hold', async () => {
    alice.phone.hold(alice.call.id);
    await settle();
    expect(bob.call.heldByRemote).toBe(true);
    inDialog('REFER', ['Refer-To: <sip:1003@one.test>']);
    await settle();
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: false });
  });

  it.each(['answered', 'declined'] as const)('by one who leaves at once: %s there', async (how) => {
    const { id } = bob.call;
    inDialog('REFER', ['Refer-To: <sip:1003@one.test>']);
    await settle();
    inDialog('BYE', [], 10);
    await settle();
    expect(edge.responses('BYE', 200)).toHaveLength(1);
    expect([bob.call.state, carol.call.state]).toStrictEqual(['active', 'ringing']);
    if (how === 'answered') await carol.phone.answer(carol.call.id);
    else carol.phone.hangUp(carol.call.id);
    await settle();
    expect(bob.call).toMatchObject(how === 'answered' ? { id, state: 'active' } : { state: 'ended', endReason: 'remote-hung-up' });
    expect(heardByBob()).toBe(how === 'answered' ? 1 : 0);
  });

  it('whoever hangs up while it rings there stops it there', async () => {
    inDialog('REFER', ['Refer-To: <sip:1003@one.test>']);
    await settle();
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect([bob.call.endReason, carol.call.endReason]).toStrictEqual(['hung-up', 'caller-cancelled']);
  });

  it('keeps the call where it was when nobody answers there', async () => {
    edge.rules.push((message) => (message.start.startsWith('INVITE sip:1004@') ? [respond(message, '486 Busy Here')] : 'pass'));
    inDialog('REFER', ['Refer-To: <sip:1004@one.test>']);
    await settle();
    expect([alice.call.state, bob.call.state]).toStrictEqual(['active', 'active']);
    expect(told()).toStrictEqual([
      ['active;expires=180', 'SIP/2.0 100 Trying'],
      ['terminated;reason=noresource', 'SIP/2.0 486 Busy Here'],
    ]);
  });
});

/** Carol's next INVITE names the call of Alice and Bob. */
function replaceAliceByCarol(): void {
  const invite = edge.requests('INVITE')[0];
  const callId = invite?.header('call-id');
  const fromTag = /;tag=(\S+)/.exec(invite?.header('from') ?? '')?.[1];
  const toTag = /;tag=(\S+)/.exec(edge.responses('INVITE', 200)[0]?.header('to') ?? '')?.[1];
  edge.rewrite = (text, { method, status, from }) =>
    method === 'INVITE' && status === null && from === '1003' ?
      text.replace('\r\nTo:', `\r\nReplaces: ${callId};to-tag=${toTag};from-tag=${fromTag}\r\nTo:`)
    : text;
}

describe('INVITE with Replaces', () => {
  it('takes the place of the call it names, answered at once, under the same call', async () => {
    await talking(alice, bob);
    const { id } = bob.call;
    replaceAliceByCarol();
    await carol.dial('1002');
    await settle();
    expect(carol.call.state).toBe('active');
    expect(bob.call).toMatchObject({ id, state: 'active', remote: { number: '1003' } });
    expect(alice.call.endReason).toBe('remote-hung-up');
    expect([...bob.calls.keys()]).toStrictEqual([id]);
    expect(heardByBob()).toBe(1);
  });

  it('of a held call leaves it on hold', async () => {
    await talking(alice, bob);
    bob.phone.hold(bob.call.id);
    await settle();
    replaceAliceByCarol();
    await carol.dial('1002');
    await settle();
    expect(bob.call).toMatchObject({ state: 'held', remote: { number: '1003' } });
    expect(audioDirection(edge.responses('INVITE', 200).at(-1)?.text ?? '')).toBe('sendonly');
    bob.phone.resume(bob.call.id);
    await settle();
    expect([bob.call.state, heardByBob()]).toStrictEqual(['active', 1]);
  });

  it('of a call that does not exist is refused with 481', async () => {
    edge.rewrite = (text, { method, status, from }) =>
      method === 'INVITE' && status === null && from === '1003' ? text.replace('\r\nTo:', '\r\nReplaces: no@such;to-tag=a;from-tag=b\r\nTo:') : text;
    await carol.dial('1002');
    expect(edge.responses('INVITE', 481)).toHaveLength(1);
    expect(bob.calls.size).toBe(0);
  });
});
