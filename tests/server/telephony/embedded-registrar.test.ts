import { describe, expect, it } from 'vitest';
import { createKnownCalls, type KnownCall } from '@/server/telephony/embedded/known-calls';
import { createRegistrar } from '@/server/telephony/embedded/registrar';
import { ABANDONED_MS, CALL_MS } from '@/server/telephony/embedded/timers';
import { createManualTimers } from '@/tests/support/sip-manual-timers';
import { createWire } from '@/tests/support/sip-wire';

function setUp() {
  const timers = createManualTimers();
  const seen: string[] = [];
  const registrar = createRegistrar(timers, ({ kind, deviceUsername }) => seen.push(`${kind} ${deviceUsername}`));
  const calls = createKnownCalls(timers, registrar.locate);
  const bind = (seconds = 600) => {
    const wire = createWire('d1');
    registrar.bind('d1', { connection: wire, contact: 'sip:d1@x.invalid' }, seconds);
    return wire;
  };
  return { timers, registrar, calls, seen, bind };
}

describe('the registrar', () => {
  it('finds a device on its newer connection although the old one looks open', () => {
    const { registrar, bind } = setUp();
    const old = bind();
    const fresh = bind();
    expect(registrar.locate({ username: 'd1', connection: old })).toBe(fresh);
  });

  it('stays with the connection a request came on when that is the newer one', () => {
    const { registrar, bind } = setUp();
    bind();
    const newer = createWire('d1');
    expect(registrar.locate({ username: 'd1', connection: newer })).toBe(newer);
    newer.open = false;
    expect(registrar.locate({ username: 'd1', connection: newer })).not.toBe(newer);
  });

  it('says registered and unregistered once each, whatever happens in between', () => {
    const { registrar, timers, seen, bind } = setUp();
    const old = bind(60);
    bind(60);
    registrar.lost(old);
    timers.pass(59_000);
    bind(60);
    timers.pass(59_000);
    expect(seen).toEqual(['registered d1']);
    timers.pass(1000);
    expect(seen).toEqual(['registered d1', 'unregistered d1']);
    expect(registrar.usernames()).toEqual([]);
  });

  it('wakes who waits for a device once, at its return or at the end of the time', () => {
    const { registrar, timers, bind } = setUp();
    const heard: string[] = [];
    registrar.awaitBinding('d1', 1000, (bound) => heard.push(`first ${bound}`));
    timers.pass(1000);
    registrar.awaitBinding('d1', 1000, (bound) => heard.push(`second ${bound}`));
    bind();
    timers.pass(5000);
    expect(heard).toEqual(['first false', 'second true']);
  });
});

describe('calls the edge knows', () => {
  function call(ended: string[]): KnownCall {
    const peer = (username: string) => ({ username, connection: null });
    return {
      callId: 'c',
      callerTag: '1',
      caller: peer('d1'),
      callerFrom: '<sip:d1@x>',
      legs: new Map([['2', { callee: peer('d2'), shownFrom: '<sip:1@x>' }]]),
      get over() {
        return ended.length > 0;
      },
      hungUp: (by) => void ended.push(by),
    };
  }

  it('end when both phones are gone for a minute', () => {
    const { calls, registrar, timers, bind } = setUp();
    const ended: string[] = [];
    const wire = bind();
    calls.begin(call(ended));
    registrar.lost(wire);
    calls.lost();
    timers.pass(ABANDONED_MS - 1);
    expect(ended).toEqual([]);
    timers.pass(1);
    expect(ended).toEqual(['server']);
  });

  it('go on when one of them comes back', () => {
    const { calls, registrar, timers, bind } = setUp();
    const ended: string[] = [];
    const wire = bind();
    calls.begin(call(ended));
    registrar.lost(wire);
    calls.lost();
    bind();
    timers.pass(ABANDONED_MS);
    expect(ended).toEqual([]);
  });

  it('end after twelve hours at the latest, unless they ended before', () => {
    const { calls, timers } = setUp();
    const long: string[] = [];
    const short: string[] = [];
    calls.begin(call(long));
    timers.pass(CALL_MS);
    expect(long).toEqual(['server']);

    const other = { ...call(short), callId: 'd' };
    calls.begin(other);
    calls.retire(other);
    timers.pass(CALL_MS);
    expect(short).toEqual([]);
    expect(calls.find('d')).toBeUndefined();
  });
});
