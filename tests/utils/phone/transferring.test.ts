import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallView } from '@/utils/contract/phone-state';
import { settle } from '@/tests/support/fake-clock';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { respond, type WireMessage } from '@/tests/support/phone-edge';
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
const refer = () => {
  const [message] = edge.requests('REFER');
  if (!message) throw new Error('no REFER');
  return message;
};

/** Bob's phone answers REFERs so, and does nothing about them. */
function answerRefer(status: string): void {
  edge.rules.push((message) => (message.method === 'REFER' && message.status === null ? [respond(message, status)] : 'pass'));
}

let cseq = 100;

/** Bob tells how it goes, in the dialog of the REFER. */
async function notify(body: string, state = 'active;expires=60', to: WireMessage = refer()): Promise<void> {
  cseq += 1;
  const lines = [
    'NOTIFY sip:1001@h.invalid SIP/2.0',
    `Via: SIP/2.0/WSS bob.invalid;branch=z9hG4bKn${cseq}`,
    `From: ${to.header('to')}`,
    `To: ${to.header('from')}`,
    `Call-ID: ${to.header('call-id')}`,
    `CSeq: ${cseq} NOTIFY`,
    'Max-Forwards: 70',
    'Event: refer',
    `Subscription-State: ${state}`,
    'Content-Type: message/sipfrag',
    `Content-Length: ${body.length}`,
  ];
  edge.say('1001', `${lines.join('\r\n')}\r\n\r\n${body}`);
  await settle();
}

async function transfer(target = '1003'): Promise<CallView> {
  const { id } = alice.call;
  expect(alice.phone.transfer(id, target)).toStrictEqual({ ok: true });
  await settle(30);
  return alice.calls.get(id) ?? alice.call;
}

describe('a blind transfer', () => {
  beforeEach(() => talking(alice, bob));

  it('rings where the other side is sent, which is held meanwhile; answered there, the call is over here', async () => {
    expect(await transfer()).toMatchObject({
      state: 'transferring',
      transfer: { to: { number: '1003', name: null }, kind: 'blind', state: 'ringing', reason: null },
    });
    const hold = edge.log.findIndex(({ method, status, from, text }) => method === 'INVITE' && status === null && from === '1001' && text.includes('a=sendonly'));
    expect(hold).toBeGreaterThan(0);
    expect(edge.log.indexOf(refer())).toBeGreaterThan(hold);
    expect([refer().header('refer-to'), refer().header('referred-by')]).toStrictEqual(['sip:1003@one.test', '<sip:1001@one.test>']);
    expect([bob.call.heldByRemote, alice.output.playing]).toStrictEqual([true, 0]);
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'transferred' });
    expect([bob.call.state, carol.call.state, bob.calls.size]).toStrictEqual(['active', 'active', 1]);
  });

  it('tells who sent the caller, as the network says it', async () => {
    await transfer();
    expect(carol.call).toMatchObject({ state: 'ringing', remote: { number: '1002' }, transferredBy: { number: '1001' } });
  });

  it('that is declined gives the call back, talked in again, and says why for a while', async () => {
    await transfer();
    carol.phone.hangUp(carol.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'active', transfer: { state: 'failed', reason: 'remote-declined' } });
    expect([bob.call.heldByRemote, bob.call.state]).toStrictEqual([false, 'active']);
    await clock.step(20_000);
    expect(alice.call.transfer).toBeNull();
  });

  it.each([
    ['405 Method Not Allowed', 'refused'],
    ['501 Not Implemented', 'refused'],
    ['603 Decline', 'refused'],
    ['481 Call/Transaction Does Not Exist', 'connection-lost'],
  ] as const)('refused with %s gives the call back: %s', async (status, reason) => {
    answerRefer(status);
    expect(await transfer()).toMatchObject({ state: 'active', transfer: { state: 'failed', reason } });
  });

  it.each([
    ['SIP/2.0 486 Busy Here', 'busy'],
    ['SIP/2.0 404 Not Found\r\n', 'not-found'],
    ['SIP/2.0 480 Temporarily Unavailable', 'unreachable'],
    ['SIP/2.0 999', 'server-error'],
  ] as const)('that comes to %j', async (line, reason) => {
    answerRefer('202 Accepted');
    await transfer();
    await notify('SIP/2.0 100 Trying');
    expect(alice.call).toMatchObject({ state: 'transferring', transfer: { state: 'trying' } });
    await notify(line, 'terminated;reason=noresource');
    if (reason === 'server-error') await clock.step(60_000);
    expect(alice.call.transfer).toMatchObject({ state: 'failed', reason: reason === 'server-error' ? 'no-report' : reason });
    expect(alice.call.state).toBe('active');
  });

  it('takes NOTIFYs twice, out of order, and before the REFER was answered', async () => {
    answerRefer('202 Accepted');
    await transfer();
    for (const line of ['180 Ringing', '100 Trying', '180 Ringing']) await notify(`SIP/2.0 ${line}`);
    expect(alice.call.transfer?.state).toBe('ringing');
    await notify('SIP/2.0 200 OK', 'terminated;reason=noresource');
    await notify('SIP/2.0 486 Busy Here', 'terminated;reason=noresource');
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'transferred' });
    expect(edge.requests('BYE').filter(({ from }) => from === '1001')).toHaveLength(1);
  });

  it('nothing is told of is waited for 30 s, then the call is back', async () => {
    answerRefer('202 Accepted');
    await transfer();
    await clock.step(29_000);
    expect(alice.call.state).toBe('transferring');
    await clock.step(1_000);
    expect(alice.call).toMatchObject({ state: 'active', transfer: { state: 'failed', reason: 'no-report' } });
  });

  it('of which nothing more is to be told may still ring for a minute', async () => {
    answerRefer('202 Accepted');
    await transfer();
    await notify('SIP/2.0 100 Trying', 'terminated;reason=timeout');
    await clock.step(59_000);
    expect(alice.call.state).toBe('transferring');
    await clock.step(1_000);
    expect(alice.call.transfer?.reason).toBe('no-report');
  });

  it('is done when the other side hangs up, if it had accepted', async () => {
    answerRefer('202 Accepted');
    await transfer();
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'transferred' });
  });

  it('is no transfer when the other side hangs up before it accepted', async () => {
    edge.rules.push((message) => (message.method === 'REFER' ? 'drop' : 'pass'));
    await transfer();
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'remote-hung-up' });
  });

  it('can be taken back while it rings: there it stops, and both talk on', async () => {
    const { id } = await transfer();
    expect(alice.phone.takeBack(id)).toStrictEqual({ ok: true });
    await settle();
    expect(alice.call).toMatchObject({ state: 'active', transfer: null });
    expect([bob.call.state, bob.call.heldByRemote]).toStrictEqual(['active', false]);
    expect(carol.call).toMatchObject({ state: 'ended', endReason: 'caller-cancelled' });
  });

  it('to what is no number is refused, and holds nothing', async () => {
    expect(alice.phone.transfer(alice.call.id, 'hello')).toStrictEqual({ ok: false, error: 'not-a-number' });
    expect(alice.call.state).toBe('active');
  });

  it('leaves a call that is being talked in meanwhile alone when it comes back', async () => {
    await transfer();
    const dave = await new TestPhone(edge, '1004', { clock }).start();
    await dave.dial('1001');
    await alice.phone.answer(alice.call.id);
    await settle();
    carol.phone.hangUp(carol.call.id);
    await settle();
    expect([withNumber('1002').state, withNumber('1004').state]).toStrictEqual(['held', 'active']);
    await dave.phone.stop();
  });
});

describe('an attended transfer', () => {
  let first: string;
  let second: string;

  beforeEach(async () => {
    await talking(alice, bob);
    first = alice.call.id;
    const result = alice.phone.consult(first, '1003');
    if (!result.ok) throw new Error(result.error);
    second = result.callId;
    await settle();
  });
  const answered = async () => {
    await carol.phone.answer(carol.call.id);
    await settle();
  };

  it('holds the call and dials, and the new call knows what it is for', async () => {
    expect(states()).toStrictEqual(['held', 'alerting']);
    expect([withNumber('1002').consultFor, withNumber('1003').consultFor]).toStrictEqual([null, first]);
  });

  it('puts both through: Replaces names the dialog as the target knows it', async () => {
    await answered();
    expect(alice.phone.completeTransfer(first, second)).toStrictEqual({ ok: true });
    await settle();
    const invite = edge.requests('INVITE').find((message) => message.header('call-id') === second);
    const tag = (header: string | null | undefined) => /;tag=([^;\s]+)/.exec(header ?? '')?.[1];
    const ok = edge.responses('INVITE', 200).find((message) => message.header('call-id') === second);
    const replaces = decodeURIComponent(/\?Replaces=([^>]+)/.exec(refer().header('refer-to') ?? '')?.[1] ?? '');
    expect(replaces).toBe(`${second};to-tag=${tag(ok?.header('to'))};from-tag=${tag(invite?.header('from'))}`);
    expect([first, second].map((id) => alice.calls.get(id))).toMatchObject([
      { state: 'ended', endReason: 'transferred' },
      { state: 'ended', endReason: 'transferred' },
    ]);
    expect([bob.call.state, carol.call.state]).toStrictEqual(['active', 'active']);
    expect(carol.call).toMatchObject({ remote: { number: '1002' }, transferredBy: { number: '1001' } });
  });

  it('that fails leaves both calls as they were', async () => {
    await answered();
    answerRefer('603 Decline');
    alice.phone.completeTransfer(first, second);
    await settle();
    expect(states()).toStrictEqual(['held', 'active']);
    expect(withNumber('1002').transfer).toMatchObject({ kind: 'attended', state: 'failed', reason: 'refused' });
    carol.phone.hangUp(carol.call.id);
    await settle();
    expect(withNumber('1003').endReason).toBe('remote-hung-up');
  });

  it('completed before an answer becomes a blind one', async () => {
    alice.phone.completeTransfer(first, second);
    await settle();
    expect(withNumber('1003')).toMatchObject({ state: 'ended', endReason: 'cancelled' });
    expect(withNumber('1002')).toMatchObject({ state: 'transferring', transfer: { kind: 'blind', to: { number: '1003' } } });
    await answered();
    expect(withNumber('1002').endReason).toBe('transferred');
    expect(bob.call.state).toBe('active');
  });

  it('taken back ends the consultation and talks on', async () => {
    alice.phone.takeBack(first);
    await settle();
    expect(states()).toStrictEqual(['active', 'ended']);
    expect([bob.call.heldByRemote, carol.call.endReason]).toStrictEqual([false, 'caller-cancelled']);
  });

  it('when who is consulted hangs up, the first call waits on hold', async () => {
    await answered();
    carol.phone.hangUp(carol.call.id);
    await settle();
    expect(states()).toStrictEqual(['held', 'ended']);
  });

  it('when the first caller hangs up, the consultation is a call like any other', async () => {
    await answered();
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(states()).toStrictEqual(['ended', 'active']);
    expect(withNumber('1003').consultFor).toBeNull();
    expect(alice.phone.completeTransfer(first, second)).toStrictEqual({ ok: false, error: 'no-such-call' });
  });

  it('consulting what is no number keeps the call as it is', () => {
    expect(alice.phone.consult(second, 'hello')).toStrictEqual({ ok: false, error: 'not-a-number' });
    expect(alice.phone.consult(second, '1004')).toStrictEqual({ ok: false, error: 'call-being-set-up' });
  });
});

it('any two calls that stand can be joined, whichever is named first', async () => {
  await talking(alice, bob);
  await carol.dial('1001');
  await alice.phone.answer(alice.call.id);
  await settle();
  alice.phone.completeTransfer(withNumber('1003').id, withNumber('1002').id);
  await settle(30);
  expect(states()).toStrictEqual(['ended', 'ended']);
  expect(bob.call).toMatchObject({ state: 'active', remote: { number: '1003' } });
  expect(carol.call).toMatchObject({ state: 'active', heldByRemote: false });
});
