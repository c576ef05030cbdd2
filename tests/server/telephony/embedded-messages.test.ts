import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayNameOf, parseAddress, tagOf, userOf } from '@/server/telephony/embedded/address';
import { readEnvelope } from '@/server/telephony/embedded/envelope';
import { encodeMessage, headersOf } from '@/server/telephony/embedded/message';
import { MAX_MESSAGE_BYTES, parseMessage, splitList } from '@/server/telephony/embedded/parse-message';
import { shownFrom } from '@/server/telephony/embedded/shown-identity';
import { writeRequest } from '@/tests/support/sip-raw-client';

const valid = (headers: readonly string[] = [], body = '') =>
  writeRequest({ method: 'INVITE', uri: 'sip:101@one.test', from: '<sip:a@b>;tag=1', to: '<sip:c@d>', headers, body });

describe('reading a SIP message', () => {
  it('keeps unknown fields, their order and the body', () => {
    const message = parseMessage(valid(['X-One: 1', 'X-Two: 2'], 'Hej på dig 👋'));
    expect(message?.headers.map(({ name }) => name).slice(-3)).toEqual(['X-One', 'X-Two', 'Content-Length']);
    expect(message?.body).toBe('Hej på dig 👋');
  });

  it('knows compact names, folded lines and comma-joined stacks', () => {
    const message = parseMessage(
      'BYE sip:x@y SIP/2.0\r\nv: SIP/2.0/WS a;branch=z9hG4bK1,\r\n SIP/2.0/WS b;branch=z9hG4bK2\r\nf: <sip:a@b>;tag=1\r\n' +
        't: "Comma, Inc" <sip:c@d>;tag=2\r\ni: call\r\nCSeq: 2 BYE\r\nRoute: <sip:e;lr>, "a,b" <sip:f;lr>\r\n\r\n',
    );
    expect(message && headersOf(message, 'Via')).toEqual(['SIP/2.0/WS a;branch=z9hG4bK1', 'SIP/2.0/WS b;branch=z9hG4bK2']);
    expect(message && headersOf(message, 'Route')).toEqual(['<sip:e;lr>', '"a,b" <sip:f;lr>']);
    expect(message && readEnvelope(message)).toMatchObject({ callId: 'call', fromTag: '1', toTag: '2', sentBy: 'a' });
  });

  it.each([
    ['no SIP at all', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['no end of headers', 'OPTIONS sip:x SIP/2.0\r\nTo: <sip:a@b>\r\n'],
    ['a line that is no field', valid(['no colon here'])],
    ['a bare line feed that hides a field', valid(['X-A: 1\nProxy-Authorization: x'])],
    ['a null byte', valid(['X-A: \u0000'])],
    ['more body announced than sent', valid().replace('Content-Length: 0', 'Content-Length: 10')],
    ['an unreadable length', valid().replace('Content-Length: 0', 'Content-Length: -1')],
    ['a field longer than 8 KiB', valid([`X-A: ${'a'.repeat(9000)}`])],
    ['hundreds of fields', valid(Array.from({ length: 200 }, (_, n) => `X-${n}: 1`))],
    ['more than 64 KiB', valid([], 'a'.repeat(MAX_MESSAGE_BYTES))],
  ])('refuses %s', (_what, text) => {
    expect(parseMessage(text)).toBeNull();
  });

  it.each(['Via', 'From', 'To', 'Call-ID', 'CSeq'])('finds no envelope without %s', (name) => {
    const message = parseMessage(valid().replace(new RegExp(`^${name}: .*\r\n`, 'm'), ''));
    expect(message && readEnvelope(message)).toBeNull();
  });

  it('finds no envelope when Call-ID comes twice', () => {
    const message = parseMessage(valid(['Call-ID: another']));
    expect(message && readEnvelope(message)).toBeNull();
  });

  it('cuts what follows the announced body, counted in bytes', () => {
    expect(parseMessage(valid([], 'å').replace(/å$/, 'åDELETE'))?.body).toBe('å');
  });

  it('writes back what it read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (body) => {
        const text = valid(['X-One: 1'], body);
        const message = parseMessage(text);
        expect(message && encodeMessage(message)).toBe(text);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(400), (noise, at) => {
        const text = valid();
        const message = parseMessage(text.slice(0, at) + noise + text.slice(at));
        if (message) readEnvelope(message);
        splitList(noise);
        parseAddress(noise);
        tagOf(noise);
        userOf(noise);
      }),
      { numRuns: 500 },
    );
  });
});

describe('addresses', () => {
  it.each([
    ['"A \\"B\\" <x>" <sip:a@b>;tag=1', 'A "B" <x>', 'sip:a@b', '1'],
    ['Alice <sip:a@b;user=phone>;tag=2;x=y', 'Alice', 'sip:a@b;user=phone', '2'],
    ['sip:a@b;tag=3', '', 'sip:a@b', '3'],
    ['<sip:a@b>', '', 'sip:a@b', undefined],
  ])('takes %s apart', (value, name, uri, tag) => {
    const address = parseAddress(value);
    expect(address && displayNameOf(address)).toBe(name);
    expect(address?.uri).toBe(uri);
    expect(tagOf(value)).toBe(tag);
  });

  it.each([
    ['sip:*43@x', '*43'],
    ['sip:%2B46@x', '+46'],
    ['sip:one.test', null],
    ['sip:%E5@x', null],
    ['tel:+46', null],
    ['nonsense', null],
  ])('reads the user of %s', (uri, user) => {
    expect(userOf(uri)).toBe(user);
  });

  it.each([
    [{ number: '+46', name: 'A' }, '"A" <sip:+46@one.test>'],
    [{ number: '101', name: '' }, '<sip:101@one.test>'],
    [{ number: '101', name: 'a"\r\nX: 1' }, '"a\\"  X: 1" <sip:101@one.test>'],
    [{ number: '1>\r\n@', name: '' }, '<sip:1%3E%0D%0A%40@one.test>'],
    [{ number: 'anonymous', name: 'Anna' }, '"Anonymous" <sip:anonymous@anonymous.invalid>'],
  ])('shows %o', (identity, from) => {
    expect(shownFrom(identity, 'one.test')).toBe(from);
  });
});
