import { describe, expect, it } from 'vitest';
import { endReasonOf, type CallEnd } from '@/utils/domain/call/end-reason-of';
import { parseReasons } from '@/utils/domain/call/reason-header';

const end = (part: Partial<CallEnd>): CallEnd => ({ direction: 'outgoing', state: 'alerting', by: 'remote', status: null, reasons: [], ...part });

describe('why a call ended', () => {
  it.each([
    ['outgoing', 'dialling', 'cancelled'],
    ['outgoing', 'alerting', 'cancelled'],
    ['outgoing', 'active', 'hung-up'],
    ['outgoing', 'held', 'hung-up'],
    ['incoming', 'ringing', 'declined'],
    ['incoming', 'answering', 'declined'],
    ['incoming', 'active', 'hung-up'],
  ] as const)('here: %s while %s → %s', (direction, state, expected) => {
    expect(endReasonOf(end({ direction, state, by: 'local' }))).toBe(expected);
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'no-answer'],
    [410, 'not-found'],
    [415, 'media-failed'],
    [480, 'no-answer'],
    [481, 'connection-lost'],
    [484, 'not-found'],
    [486, 'busy'],
    [487, 'no-answer'],
    [488, 'media-failed'],
    [500, 'server-error'],
    [503, 'server-error'],
    [600, 'busy'],
    [603, 'remote-declined'],
    [604, 'not-found'],
    [607, 'remote-declined'],
    [608, 'forbidden'],
    [302, 'unreachable'],
    [499, 'server-error'],
  ])('%i after ringing → %s', (status, expected) => {
    expect(endReasonOf(end({ status }))).toBe(expected);
  });

  it('480 before ringing: nobody can be reached there', () => {
    expect(endReasonOf(end({ state: 'dialling', status: 480 }))).toBe('unreachable');
  });

  it.each([
    [500, 17, 'busy'],
    [480, 19, 'no-answer'],
    [503, 1, 'not-found'],
    [502, 27, 'unreachable'],
    [480, 21, 'remote-declined'],
    [500, 41, 'server-error'],
    [404, 17, 'not-found'],
  ])('%i with Q.850 cause %i → %s', (status, cause, expected) => {
    expect(endReasonOf(end({ status, reasons: [{ protocol: 'Q.850', cause, text: null }] }))).toBe(expected);
  });

  it.each([
    ['SIP;cause=200;text="Call completed elsewhere"', 'answered-elsewhere'],
    ['SIP;cause=200;text="Call completed by mobile"', 'answered-in-mobile'],
    ['SIP;cause=603;text="Declined by mobile"', 'declined-elsewhere'],
    ['Q.850;cause=26', 'answered-elsewhere'],
    ['SIP;cause=603', 'declined-elsewhere'],
    ['SIP;cause=486', 'declined-elsewhere'],
    ['SIP;cause=408', 'no-answer'],
    ['Q.850;cause=16, SIP;cause=200', 'answered-elsewhere'],
    ['SIP;cause=487', 'caller-cancelled'],
    ['', 'caller-cancelled'],
  ])('an incoming call cancelled with Reason: %s → %s', (header, expected) => {
    expect(endReasonOf(end({ direction: 'incoming', state: 'ringing', reasons: parseReasons([header]) }))).toBe(expected);
  });

  it('the other side hung up an answered call, whatever it says', () => {
    expect(endReasonOf(end({ state: 'active', reasons: parseReasons(['SIP;cause=200']) }))).toBe('remote-hung-up');
    expect(endReasonOf(end({ state: 'held' }))).toBe('remote-hung-up');
  });
});

describe('Reason header', () => {
  it.each([
    ['SIP;cause=200;text="Call completed elsewhere"', [{ protocol: 'SIP', cause: 200, text: 'Call completed elsewhere' }]],
    ['sip ; cause=600 ; text="Busy; really, \\"very\\""', [{ protocol: 'SIP', cause: 600, text: 'Busy; really, "very"' }]],
    ['Q.850;cause=16,SIP;cause=487', [{ protocol: 'Q.850', cause: 16, text: null }, { protocol: 'SIP', cause: 487, text: null }]],
    ['SIP', [{ protocol: 'SIP', cause: null, text: null }]],
    ['SIP;cause=abc', [{ protocol: 'SIP', cause: null, text: null }]],
    ['', []],
    ['"', []],
    [';;;', []],
  ])('%s', (header, expected) => {
    expect(parseReasons([header])).toStrictEqual(expected);
  });
});
