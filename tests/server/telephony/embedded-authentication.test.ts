import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuthenticator, type Verdict } from '@/server/telephony/embedded/authenticator';
import { parseCredentials, provesPassword } from '@/server/telephony/embedded/digest';
import { parseMessage } from '@/server/telephony/embedded/parse-message';
import type { SipRequest } from '@/server/telephony/embedded/message';
import { createManualTimers } from '@/tests/support/sip-manual-timers';
import { answerChallenge, writeRequest } from '@/tests/support/sip-raw-client';
import { createWire, type Wire } from '@/tests/support/sip-wire';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function setUp() {
  const timers = createManualTimers();
  const asked: string[] = [];
  const ha1 = async (username: string) => {
    asked.push(username);
    return username === 'd1' ? md5('d1:one.test:secret') : null;
  };
  const authenticator = createAuthenticator('one.test', { ha1 }, timers.now);
  const request = (authorization?: string): SipRequest => {
    const headers = authorization === undefined ? [] : [`Authorization: ${authorization}`];
    const addresses = { from: '<sip:d1@one.test>;tag=1', to: '<sip:d1@one.test>' };
    const message = parseMessage(writeRequest({ method: 'REGISTER', uri: 'sip:one.test', ...addresses, headers }));
    if (message?.kind !== 'request') throw new Error('not a request');
    return message;
  };
  const ask = (wire: Wire, authorization?: string) => authenticator.check(wire, request(authorization), 'registrar');
  const challenge = async (wire: Wire) => challengeIn(await ask(wire));
  const prove = (asks: string, password = 'secret', username = 'd1', count = 1) =>
    answerChallenge(asks, { username, password, method: 'REGISTER', uri: 'sip:one.test', count });
  return { timers, asked, ask, challenge, prove };
}

const challengeIn = (verdict: Verdict) => ('refuse' in verdict ? (verdict.header?.value ?? '') : '');
const refusal = (verdict: Verdict) => ('refuse' in verdict ? verdict.refuse : 0);

describe('digest', () => {
  it('agrees with the example of RFC 2617 section 3.5', () => {
    const credentials = parseCredentials(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", ' +
        'uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1"',
    );
    const ha1 = md5('Mufasa:testrealm@host.com:Circle Of Life');
    expect(credentials && provesPassword(credentials, 'GET', ha1)).toBe(true);
    expect(credentials && provesPassword(credentials, 'PUT', ha1)).toBe(false);
  });

  it.each(['Basic abc', 'Digest username="a"', 'Digest username="a", qop=auth-int, nc=00000001, cnonce="x", response="y"'])(
    'does not take %s',
    (value) => expect(parseCredentials(value)).toBeNull(),
  );
});

describe('authentication', () => {
  it('accepts the right password and remembers the connection', async () => {
    const { ask, challenge, prove } = setUp();
    const wire = createWire();
    expect(await ask(wire, prove(await challenge(wire)))).toEqual({ username: 'd1' });
    expect([...wire.proven]).toEqual(['d1']);
  });

  it('takes the same proof once: a replay is stale', async () => {
    const { ask, challenge, prove } = setUp();
    const wire = createWire();
    const proof = prove(await challenge(wire));
    await ask(wire, proof);
    const again = await ask(createWire(), proof);
    expect(refusal(again)).toBe(401);
    expect(challengeIn(again)).toContain('stale=true');
  });

  it('takes a nonce again with a higher count', async () => {
    const { ask, challenge, prove } = setUp();
    const wire = createWire();
    const asks = await challenge(wire);
    await ask(wire, prove(asks));
    expect(await ask(wire, prove(asks, 'secret', 'd1', 2))).toEqual({ username: 'd1' });
  });

  it('lets a nonce go stale after five minutes', async () => {
    const { ask, challenge, prove, timers } = setUp();
    const wire = createWire();
    const asks = await challenge(wire);
    timers.pass(5 * 60_000 + 1);
    expect(challengeIn(await ask(wire, prove(asks)))).toContain('stale=true');
  });

  it('does not take a nonce of its own making', async () => {
    const { ask, challenge, prove } = setUp();
    const wire = createWire();
    const forged = (await challenge(wire)).replace(/nonce="./, 'nonce="z');
    expect(refusal(await ask(wire, prove(forged)))).toBe(401);
    expect(wire.proven.size).toBe(0);
  });

  it('says 401 to a wrong password and 403 to an unknown device', async () => {
    const { ask, challenge, prove } = setUp();
    const wire = createWire();
    expect(refusal(await ask(wire, prove(await challenge(wire), 'wrong')))).toBe(401);
    expect(refusal(await ask(wire, prove(await challenge(wire), 'secret', 'd2')))).toBe(403);
  });

  it('looks at ten wrong passwords of a connection, then at one every six seconds', async () => {
    const { ask, challenge, prove, asked, timers } = setUp();
    const wire = createWire();
    const proofs: string[] = [];
    for (let guess = 0; guess < 30; guess += 1) proofs.push(prove(await challenge(wire), `guess ${guess}`));
    // All at once: none may slip through while another is still being looked up.
    const verdicts = await Promise.all(proofs.map((proof) => ask(wire, proof)));
    expect(verdicts.filter((verdict) => refusal(verdict) === 401)).toHaveLength(10);
    expect(verdicts.filter((verdict) => refusal(verdict) === 503)).toHaveLength(20);
    expect(asked).toHaveLength(10);

    expect(refusal(await ask(wire, prove(await challenge(wire))))).toBe(503);
    timers.pass(6000);
    expect(await ask(wire, prove(await challenge(wire)))).toEqual({ username: 'd1' });
    expect(await ask(createWire(), prove(await challenge(createWire())))).toEqual({ username: 'd1' });
  });

  it('never slows a device that knows its password', async () => {
    const { ask, challenge, prove } = setUp();
    const wire = createWire();
    for (let refresh = 0; refresh < 40; refresh += 1) {
      expect(await ask(wire, prove(await challenge(wire)))).toEqual({ username: 'd1' });
    }
  });
});
