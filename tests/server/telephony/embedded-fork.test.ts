import { describe, expect, it } from 'vitest';
import { createClientTransactions } from '@/server/telephony/embedded/client-transactions';
import { readEnvelope } from '@/server/telephony/embedded/envelope';
import { startFork } from '@/server/telephony/embedded/fork';
import { parseMessage } from '@/server/telephony/embedded/parse-message';
import { createRegistrar } from '@/server/telephony/embedded/registrar';
import { RECONNECT_MS, TRANSACTION_MS } from '@/server/telephony/embedded/timers';
import { createManualTimers } from '@/tests/support/sip-manual-timers';
import { fieldOf, writeRequest } from '@/tests/support/sip-raw-client';
import { createWire, type Wire } from '@/tests/support/sip-wire';

const INVITE = parseMessage(
  writeRequest({ method: 'INVITE', uri: 'sip:101@one.test', from: '<sip:a@one.test>;tag=1', to: '<sip:101@one.test>' }),
);

function setUp(ringMs = 20_000, names: readonly string[] = ['d1', 'd2']) {
  const timers = createManualTimers();
  const registrar = createRegistrar(timers, () => undefined);
  const clients = createClientTransactions('one.test', timers, registrar.locate);
  const bind = (name: string) => {
    const wire = createWire(name);
    registrar.bind(name, { connection: wire, contact: `sip:${name}@x.invalid` }, 600);
    return wire;
  };
  const [first, second] = [bind('d1'), bind('d2')];
  const heard: string[] = [];
  if (INVITE?.kind !== 'request') throw new Error('not a request');
  const targets = names.map((username) => ({ kind: 'device' as const, username }));
  const fork = startFork({ clients, registrar, timers }, { request: INVITE, targets, ringMs }, {
    onProgress: (branch, { status }) => heard.push(`${branch.callee.username} ${status}`),
    onAnswer: (branch, { status }) => heard.push(`${branch.callee.username} ${status}`),
    onFailure: ({ status, reason }) => heard.push(`${status} ${reason}`),
  });
  /** The phone answers the INVITE it got. */
  const answer = (wire: Wire, status: number, from: Wire = wire) => {
    const invite = wire.sent.find((text) => text.startsWith('INVITE')) ?? '';
    const copied = ['Via', 'From', 'Call-ID', 'CSeq'].flatMap((name) => invite.match(new RegExp(`^${name}: .*$`, 'gm')) ?? []);
    const more = [`To: <sip:101@one.test>;tag=${wire.id}`, `Contact: <sip:here${wire.id}@x.invalid>`];
    const response = parseMessage([`SIP/2.0 ${status} X`, ...copied, ...more, '', ''].join('\r\n'));
    const envelope = response && readEnvelope(response);
    if (response?.kind !== 'response' || !envelope) throw new Error('not a response');
    clients.receive(from, response, envelope);
  };
  const methods = (wire: Wire) => wire.sent.map((text) => text.split(' ')[0]);
  return { timers, registrar, clients, first, second, heard, fork, answer, methods, bind };
}

describe('ringing several phones', () => {
  it('hangs up a phone that answered while it was told to stop', () => {
    const { first, second, heard, answer, methods } = setUp();
    answer(first, 180);
    answer(second, 180);
    answer(first, 200);
    answer(second, 200);
    expect(heard).toEqual(['d1 180', 'd2 180', 'd1 200']);
    expect(methods(second)).toEqual(['INVITE', 'CANCEL', 'ACK', 'BYE']);
    const bye = second.sent[3] ?? '';
    expect(bye.split(' ')[1]).toBe(`sip:here${second.id}@x.invalid`);
    expect(fieldOf(bye, 'CSeq')).toBe('2 BYE');
    expect(fieldOf(bye, 'Reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
    expect(methods(first)).toEqual(['INVITE']);
  });

  it('passes on the repetitions of the answer, not those of the loser', () => {
    const { first, heard, answer } = setUp();
    answer(first, 200);
    answer(first, 200);
    expect(heard).toEqual(['d1 200', 'd1 200']);
  });

  it('cancels a phone that said nothing yet after its first response', () => {
    const { second, fork, answer, methods } = setUp();
    fork.cancel();
    expect(methods(second)).toEqual(['INVITE']);
    answer(second, 180);
    expect(methods(second)).toEqual(['INVITE', 'CANCEL']);
    expect(fieldOf(second.sent[1] ?? '', 'Via')).toBe(fieldOf(second.sent[0] ?? '', 'Via'));
    expect(fieldOf(second.sent[1] ?? '', 'CSeq')).toBe('1 CANCEL');
  });

  it('acknowledges a refusal itself, with the tag of the phone', () => {
    const { first, answer, methods } = setUp();
    answer(first, 486);
    expect(methods(first)).toEqual(['INVITE', 'ACK']);
    expect(fieldOf(first.sent[1] ?? '', 'To')).toBe(`<sip:101@one.test>;tag=${first.id}`);
  });

  it('hears nobody but the device that is rung', () => {
    const { first, second, heard, answer } = setUp();
    answer(first, 200, second);
    answer(first, 200, createWire());
    expect(heard).toEqual([]);
  });

  it('fails once: after 603, not again when the ring time ends', () => {
    const { timers, first, heard, answer } = setUp();
    answer(first, 603);
    timers.pass(60_000);
    expect(heard).toEqual(['603 rejected']);
  });

  it('ends with the ring time, whatever the phones said', () => {
    const { timers, first, heard, answer } = setUp(5000);
    answer(first, 486);
    timers.pass(5000);
    expect(heard).toEqual(['408 no-answer']);
  });

  it('calls it no answer when phones stay dead silent', () => {
    const { timers, heard } = setUp(100_000);
    timers.pass(TRANSACTION_MS);
    expect(heard).toEqual(['408 no-answer']);
  });

  it('gives up a phone whose connection broke and that does not come back', () => {
    const { timers, registrar, clients, first, heard, answer } = setUp(60_000, ['d1']);
    answer(first, 180);
    first.open = false;
    registrar.lost(first);
    clients.lost(first);
    timers.pass(RECONNECT_MS);
    expect(heard).toEqual(['d1 180', '480 rejected']);
  });

  it('rings a phone again that came back on another connection, and takes its answer there', () => {
    const { clients, registrar, first, heard, answer, methods, bind } = setUp(60_000, ['d1']);
    answer(first, 180);
    first.open = false;
    registrar.lost(first);
    clients.lost(first);
    const back = bind('d1');
    clients.resume('d1');
    expect(methods(back)).toEqual(['INVITE']);
    answer(back, 200);
    expect(heard).toEqual(['d1 180', 'd1 200']);
  });

  it('leaves no timer behind', () => {
    const { timers, first, second, answer } = setUp();
    answer(first, 486);
    answer(second, 486);
    // What is left are the two registrations.
    expect(timers.pending).toBe(2);
  });
});
