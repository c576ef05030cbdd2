import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { aliceAndBob, talking, type TestPhone } from '@/tests/support/phone-builder';
import { respond, type FakeEdge } from '@/tests/support/phone-edge';

let edge: FakeEdge;
let alice: TestPhone;
let bob: TestPhone;

beforeEach(async () => {
  ({ edge, alice, bob } = await aliceAndBob());
  await talking(alice, bob);
  // The PBX takes the REFER: what is behind a trunk knows none.
  edge.rules.push((message) => (message.method === 'REFER' && message.status === null ? [respond(message, '202 Accepted')] : 'pass'));
});
afterEach(() => Promise.all([alice.phone.stop(), bob.phone.stop()]));

const tagOf = (header: string | null) => /;tag=([^;]+)/.exec(header ?? '')?.[1] ?? '';

/** The dialog of Alice's REFER as she sees it. */
function dialog() {
  const refer = edge.requests('REFER')[0];
  return { callId: refer?.header('call-id') ?? '', local: tagOf(refer?.header('from') ?? null), remote: tagOf(refer?.header('to') ?? null) };
}

let sent = 0;

/** A NOTIFY outside of every dialog; resolves with what Alice answers. */
async function notice(line: string, target: string, state = 'active;expires=180'): Promise<number | null> {
  sent += 1;
  const lines = [
    'NOTIFY sip:1001@h.invalid SIP/2.0', `Via: SIP/2.0/WSS bridge.invalid;branch=z9hG4bKo${sent}`, 'From: <sip:bridge@one.test>;tag=b', 'To: <sip:1001@one.test>',
    `Call-ID: notice-${sent}`, 'CSeq: 1 NOTIFY', 'Max-Forwards: 70', 'Contact: <sip:bridge@one.test>', 'Event: refer', `Subscription-State: ${state}`,
    `Target-Dialog: ${target}`, 'Content-Type: message/sipfrag', `Content-Length: ${line.length}`,
  ];
  edge.say('1001', `${lines.join('\r\n')}\r\n\r\n${line}`);
  await settle();
  return edge.log.findLast(({ text, status }) => status !== null && text.includes(`Call-ID: notice-${sent}\r`))?.status ?? null;
}

const named = ({ callId, local, remote }: ReturnType<typeof dialog>) => `${callId};local-tag=${local};remote-tag=${remote}`;

async function transfer() {
  const { id } = alice.call;
  alice.phone.transfer(id, '1003');
  await settle(30);
  return id;
}

describe('a transfer that the PBX carries out', () => {
  it('is told of outside of the call, and done', async () => {
    const id = await transfer();
    expect(await notice('SIP/2.0 180 Ringing', named(dialog()))).toBe(200);
    expect(alice.calls.get(id)?.transfer).toMatchObject({ state: 'ringing' });
    await notice('SIP/2.0 200 OK', named(dialog()), 'terminated;reason=noresource');
    expect(alice.calls.get(id)).toMatchObject({ state: 'ended', endReason: 'transferred' });
  });

  it('that fails gives the call back with its reason, and nothing more is believed of it', async () => {
    const id = await transfer();
    await notice('SIP/2.0 486 Busy Here', named(dialog()), 'terminated;reason=noresource');
    expect(alice.calls.get(id)).toMatchObject({ state: 'active', transfer: { state: 'failed', reason: 'busy' } });
    expect(await notice('SIP/2.0 200 OK', named(dialog()))).toBe(481);
  });

  it('is not told of by who does not know its dialog, nor before anything was asked', async () => {
    expect(await notice('SIP/2.0 200 OK', 'some-call;local-tag=1;remote-tag=2')).toBe(481);
    const id = await transfer();
    const { callId, local } = dialog();
    for (const wrong of [`${callId};local-tag=${local};remote-tag=x`, callId, '']) expect(await notice('SIP/2.0 200 OK', wrong)).toBe(481);
    expect(alice.calls.get(id)?.state).toBe('transferring');
  });
});
