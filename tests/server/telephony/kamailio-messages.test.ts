import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCallLedger } from '@/server/telephony/kamailio/call-ledger';
import { createCredentials } from '@/server/telephony/kamailio/credentials';
import { decisionMessage, identityHeaders, quoteName, trunkUri } from '@/server/telephony/kamailio/decision-message';
import { edgeMessageSchema, type EdgeMessage } from '@/server/telephony/kamailio/evapi-message';
import { createNetstringReader, encodeNetstring } from '@/server/telephony/kamailio/netstring';
import { decodeUser, routeRequestOf, userOf } from '@/server/telephony/kamailio/route-request';
import { parse } from 'valibot';

const trunk = { host: 'sip.pstn.example', port: 5060, transport: 'udp' as const, username: null, password: null };

describe('netstrings', () => {
  it('come out as they went in, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 9 }), (payloads, size) => {
        const bytes = Buffer.concat(payloads.map(encodeNetstring));
        const seen: string[] = [];
        const read = createNetstringReader((payload) => seen.push(payload));
        for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
        expect(seen).toEqual(payloads);
      }),
    );
  });

  it.each(['hello there', '-1:x,', '99999999:', '1a:x,'])('refuses %s', (text) => {
    expect(() => createNetstringReader(() => undefined)(Buffer.from(text))).toThrow('not a netstring');
  });
});

describe('what the callee is shown', () => {
  it.each([
    ['Anna Åkesson', '"Anna Åkesson"'],
    ['', ''],
    ['Say "Hi" \\ bye', '"Say \\"Hi\\" \\\\ bye"'],
    ['x\r\nContact: <sip:evil>', '"xContact: <sip:evil>"'],
  ])('quotes the name %j', (name, quoted) => expect(quoteName(name)).toBe(quoted));

  it('is a number of the domain, in From and asserted', () => {
    expect(identityHeaders({ number: '+46812345678', name: 'A' }, 'one.test')).toEqual({
      name: '"A"',
      from: 'sip:+46812345678@one.test',
      asserted: 'sip:+46812345678@one.test',
    });
  });

  it('is nothing when the caller is anonymous (RFC 3323)', () => {
    expect(identityHeaders({ number: 'anonymous', name: 'Anna' }, 'one.test')).toEqual({
      name: '"Anonymous"',
      from: 'sip:anonymous@anonymous.invalid',
      asserted: '',
    });
  });

  it('lets nothing out of the user part', () => {
    expect(trunkUri('+4670>\r\nX: y;@', trunk)).toBe('sip:+4670Xy@sip.pstn.example:5060;user=phone');
    expect(trunkUri('112', { ...trunk, transport: 'tcp' })).toBe('sip:112@sip.pstn.example:5060;transport=tcp;user=phone');
  });

  it.each([
    [undefined, ''],
    [{ number: '+46812345678', name: 'Anna "A"' }, '"Anna \\"A\\"" <sip:+46812345678@x>'],
    [{ number: '+46812345678', name: '' }, '<sip:+46812345678@x>'],
  ])('tells who sent the caller: %j', (referredBy, refby) => {
    const decision = { act: 'route' as const, targets: [], ringMs: 1, identity: { number: '1', name: '' }, ...(referredBy && { referredBy }) };
    expect(decisionMessage(decision, { ti: 1, tl: 2, domain: 'x', trunk: null })).toMatchObject({ refby });
  });

  it('leaves trunk targets out where there is no trunk', () => {
    const decision = { act: 'route' as const, targets: [{ kind: 'trunk' as const, number: '+461' }, { kind: 'device' as const, username: 'd1' }], ringMs: 99.6, identity: { number: '1', name: '' } };
    expect(decisionMessage(decision, { ti: 1, tl: 2, domain: 'x', trunk: null })).toMatchObject({ targets: ['d1'], ring: 100 });
  });
});

describe('what the server is asked', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const DEVICE = 'd0123456789abcdef0123';
  const invite = (more: object) =>
    parse(edgeMessageSchema, {
      ev: 'invite', ti: 1, tl: 2, callid: base64('c@x'), source: DEVICE, dialled: base64('%2B4670*43%zz'),
      fromuser: base64(DEVICE), fromname: base64('"An\\"na"'), pai: '<null>', replaces: '<null>', refby: '<null>', divert: '<null>', ...more,
    }) as Extract<EdgeMessage, { ev: 'invite' }>;

  it('decodes what was dialled, and leaves what cannot be', () => {
    expect([decodeUser('%2B46701'), decodeUser('*43'), decodeUser('50%zz')]).toEqual(['+46701', '*43', '50%zz']);
  });

  it.each([
    ['"B" <sip:+46701@x;user=phone>', '+46701'],
    ['<tel:+46702;phone-context=x>', '+46702'],
    ['sip:%2B46703@x', '+46703'],
    ['<sip:host-only>', null],
    [null, null],
  ])('finds the user of %j', (header, user) => expect(userOf(header)).toBe(user));

  it('believes an assertion of the trunk alone', () => {
    const divert = base64('<sip:0701740698@trunk>;reason=no-answer');
    expect(routeRequestOf(invite({ divert })).divertedFrom).toBeNull();
    expect(routeRequestOf(invite({ divert, source: 'trunk' })).divertedFrom).toBe('0701740698');
    const pai = base64('<sip:+46800@x>');
    expect(routeRequestOf(invite({ pai })).assertedByTrunk).toBeNull();
    expect(routeRequestOf(invite({ pai, source: 'trunk' }))).toMatchObject({ assertedByTrunk: '+46800', source: { kind: 'trunk' } });
  });

  it('names the call to be replaced and who sends the caller', () => {
    const request = routeRequestOf(invite({ replaces: base64('a@b;to-tag=1;from-tag=2'), refby: base64('<sip:101@x>') }));
    expect(request).toMatchObject({ replacesCallId: 'a@b', referredBy: '101', claimed: { displayName: 'An"na' } });
  });

  it.each([{ source: 'root' }, { source: 'd123' }, { callid: 'no base64!' }, { ti: '1' }])('refuses %j from the edge', (more) => {
    expect(() => invite(more)).toThrow();
  });
});

describe('how a call ended', () => {
  const ended = (by: 'caller' | 'callee' | 'server' | 'cancel' | 'failed') => ({ ev: 'ended' as const, callid: 'c', by, at: 5 });

  it.each([
    ['caller', 200, 'caller'],
    ['server', 200, 'server'],
    ['cancel', 487, 'caller'],
    ['failed', 503, 'server'],
  ] as const)('by %s: %i, %s', (by, status, who) => {
    expect(createCallLedger().ended(ended(by))).toEqual({ kind: 'ended', callId: 'c', status, by: who, at: 5 });
  });

  it('with the status that was ordered', () => {
    const ledger = createCallLedger();
    ledger.asked('c');
    ledger.ordered('c', 486, 'callee');
    expect(ledger.ended(ended('failed'))).toMatchObject({ status: 486, by: 'callee' });
  });

  it('is known at once of calls that rang when the edge died; answered ones are kept', () => {
    const ledger = createCallLedger();
    ledger.asked('ringing');
    const call = { callId: 'talking', caller: 'd1', callee: 'd2', media: '' };
    ledger.answered(call);
    expect(ledger.edgeDied(7)).toEqual([{ kind: 'ended', callId: 'ringing', status: 503, by: 'server', at: 7 }]);
    expect(ledger.inProgress()).toEqual([call]);
  });
});

describe('credentials', () => {
  it('are not given for a device that was cut off while the question was open', async () => {
    const answers: ((ha1: string) => void)[] = [];
    const credentials = createCredentials(() => new Promise((resolve) => answers.push(resolve)));
    const [before, other] = [credentials.ha1('d1'), credentials.ha1('d2')];
    credentials.forget('d1');
    const after = credentials.ha1('d1');
    for (const answer of answers) answer('secret');
    expect(await Promise.all([before, other, after])).toEqual([null, 'secret', 'secret']);
  });

  it('are refused when the server fails', async () => {
    expect(await createCredentials(() => Promise.reject(new Error('away'))).ha1('d1')).toBeNull();
  });
});
