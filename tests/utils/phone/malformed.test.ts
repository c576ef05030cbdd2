import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { talking } from '@/tests/support/phone-builder';
import { OFFER, Stranger } from '@/tests/support/stranger';
import { alice, bob, edge, withTwoPhones } from '@/tests/support/two-phones';

let serial = 0;

withTwoPhones();

it('an address of another scheme is refused with 416', async () => {
  const odd = new Stranger(edge, bob);
  edge.say('1002', odd.request('INVITE', [], OFFER).replace('sip:1002@h.invalid', 'nobodyKnowsThisScheme:totallyopaquecontent'));
  await settle();
  expect(odd.statuses('INVITE')).toEqual([416]);
});

/** In the manner of RFC 4475: what an edge should never send, and a phone should survive. */
describe('malformed', () => {
  const good = () => new Stranger(edge, bob, `torture${++serial}`).request('INVITE', [], OFFER);
  it.each([
    ['nothing but line ends', () => '\r\n\r\n\r\n'],
    ['no message at all', () => 'GET / HTTP/1.1\r\n\r\n'],
    ['noise', () => '\u0000\u0001\ufffd'.repeat(50)],
    ['a start line alone', () => 'INVITE sip:1002@h.invalid SIP/2.0\r\n\r\n'],
    ['another version of SIP', () => good().replace('SIP/2.0', 'SIP/7.0')],
    ['no From', () => good().replace(/From:.*\r\n/, '')],
    ['no To', () => good().replace(/To:.*\r\n/, '')],
    ['no Call-ID', () => good().replace(/Call-ID:.*\r\n/, '')],
    ['no CSeq', () => good().replace(/CSeq:.*\r\n/, '')],
    ['no Via', () => good().replace(/Via:.*\r\n/, '')],
    ['a Via that is none', () => good().replace(/Via:.*\r\n/, 'Via: SIP/2.0/UDP ;;,;,,\r\n')],
    ['CSeq of another method', () => good().replace('INVITE\r\nContact', 'BYE\r\nContact')],
    ['a CSeq beyond 32 bits', () => good().replace(/CSeq: \d+/, 'CSeq: 36893488147419103232')],
    ['negative Content-Length', () => good().replace(/Content-Length:.*/, 'Content-Length: -999')],
    ['Content-Length beyond the message', () => good().replace(/Content-Length:.*/, 'Content-Length: 9999')],
    ['Content-Length that is no number', () => good().replace(/Content-Length:.*/, 'Content-Length: x')],
    ['an unclosed name', () => good().replace('"Odd"', '"Odd')],
    ['an unclosed address', () => good().replace('<sip:odd@one.test>', '<sip:odd@one.test')],
    ['escapes that are none', () => good().replace('sip:odd@one.test', 'sip:%ZZ%@one.test')],
    ['a header without a colon', () => good().replace('Max-Forwards: 70', 'Max-Forwards 70')],
    ['a folded header', () => good().replace('Max-Forwards: 70', 'Max-Forwards:\r\n  70')],
    ['two Contacts', () => good().replace(/(Contact:.*\r\n)/, '$1$1')],
    ['a Contact that is none', () => good().replace(/Contact:.*\r\n/, 'Contact: <<>>\r\n')],
    ['an asserted identity that is none', () => good().replace('Max-Forwards', 'P-Asserted-Identity: <<"\r\nMax-Forwards')],
    ['a very long header', () => good().replace('Max-Forwards', `X-Long: ${'x'.repeat(100_000)}\r\nMax-Forwards`)],
    ['a name of a hundred thousand letters', () => good().replace('"Odd"', `"${'x'.repeat(100_000)}"`)],
    ['an unknown method', () => good().replace(/INVITE/g, '!interesting-Method0123456789_*%')],
    ['an unknown scheme', () => good().replace('sip:1002@h.invalid', 'nobodyKnowsThisScheme:totallyopaquecontent')],
    ['an extension that is required and unknown', () => good().replace('Max-Forwards', 'Require: nothing-sips-this\r\nMax-Forwards')],
    ['a response to nothing', () => 'SIP/2.0 200 OK\r\nVia: SIP/2.0/WSS h2.invalid;branch=z9hG4bK1\r\nFrom: <sip:1002@one.test>;tag=x\r\nTo: <sip:1001@one.test>;tag=y\r\nCall-ID: none\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n'],
    ['a response of a status beyond 699', () => 'SIP/2.0 4294967301 better not break the receiver\r\nVia: SIP/2.0/WSS h2.invalid;branch=z9hG4bK1\r\nFrom: <sip:1002@one.test>;tag=x\r\nTo: <sip:1001@one.test>;tag=y\r\nCall-ID: none\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n'],
    ['a BYE of no call', () => new Stranger(edge, bob, 'nocall').request('BYE')],
    ['a CANCEL of nothing', () => new Stranger(edge, bob, 'nocall').request('CANCEL')],
    ['a REFER of no call', () => new Stranger(edge, bob, 'nocall').request('REFER', ['Refer-To: <sip:1003@one.test>'])],
    ['a NOTIFY of nothing', () => new Stranger(edge, bob, 'nocall').request('NOTIFY', ['Event: refer', 'Subscription-State: active'])],
    ['a MESSAGE', () => new Stranger(edge, bob, 'nocall').request('MESSAGE')],
  ])('%s: the phone works after it as before', async (_, text) => {
    await talking(alice, bob);
    edge.say('1002', text());
    await settle();
    expect(alice.call.state).toBe('active');
    for (const { id, state } of bob.calls.values()) if (state !== 'ended' && id !== alice.call.id) bob.phone.hangUp(id);
    alice.phone.hangUp(alice.call.id);
    await settle();
    await talking(alice, bob);
    expect(bob.registration?.status).toBe('registered');
  });
});
