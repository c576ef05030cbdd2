import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freeUdpPort } from '@/server/telephony/process/free-port';
import { makeRunDir } from '@/tests/support/kamailio-edge';
import { SHOWN } from '@/tests/support/sip-edge-stage';
import { startSipp, type SippRun } from '@/tests/support/sipp';
import { openTrunkStage, type TrunkStage } from '@/tests/support/trunk-stage';

const NUMBER = '+46701740609';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Checks the answer to the scenario's challenge (RFC 7616 3.4.1). */
function expectProof(run: SippRun): void {
  const invites = run.received().filter((message) => message.startsWith('INVITE'));
  const [first = '', second = ''] = invites;
  expect(first).not.toContain('Authorization');
  const proof = /^Proxy-Authorization: Digest (.*)$/m.exec(second)?.[1] ?? '';
  const field = (name: string) => new RegExp(`\\b${name}="?([^",\\s]*)`).exec(proof)?.[1] ?? '';
  expect(field('uri')).toBe(/^INVITE (\S+)/.exec(second)?.[1]);
  expect([field('username'), field('nonce'), field('opaque')]).toEqual(['company', '0123456789abcdef', 'abc']);
  const [secret, request] = [md5('company:pstn.example:trunk secret'), md5(`INVITE:${field('uri')}`)];
  // The ACK of the answer belongs to the INVITE that was answered (RFC 3261 13.2.2.4).
  const sequence = (message: string) => /^CSeq: (\d+)/m.exec(message)?.[1];
  const acks = run.received().filter((message) => message.startsWith('ACK'));
  expect(sequence(acks.at(-1) ?? '')).toBe(sequence(second));
  expect(field('response')).toBe(md5(`${secret}:${field('nonce')}:${field('nc')}:${field('cnonce')}:auth:${request}`));
}

describe('a trunk that asks for its password', () => {
  const { runDir: folder, remove } = makeRunDir('sipp');
  let port = 0;
  let stage: TrunkStage;
  let sipp: SippRun | null = null;

  beforeAll(async () => {
    port = await freeUdpPort('127.0.0.1');
    stage = await openTrunkStage({ port, username: 'company', password: 'trunk secret' });
  });
  afterEach(async () => {
    sipp?.stop();
    sipp = null;
    await stage.clear();
  });
  afterAll(async () => {
    await stage.close();
    remove();
  });

  it('is given it, by the edge; the caller hears nothing of it', async () => {
    sipp = startSipp('challenge', port, join(folder, `${port}.log`));
    const caller = await stage.phone();
    stage.server.plan('1', [{ act: 'route', targets: [{ kind: 'trunk', number: NUMBER }], ringMs: 20_000, identity: SHOWN }]);
    const call = caller.call('1');
    expect((await call.done).status).toBe(200);
    expect(call.provisional.all).not.toContain(407);
    await call.session.bye();
    await sipp.done;
    expectProof(sipp);
    // The scenario answers in the same breath as it rings, so the ringing may come too late to be told.
    expect((await stage.server.whole(call.callId)).slice(-2)).toEqual([`answered ${NUMBER}`, 'ended 200 caller']);
  });

  it('is given it while a phone rings too, which goes on ringing', async () => {
    sipp = startSipp('challenge', port, join(folder, `${port}.log`));
    const [caller, other] = [await stage.phone(), await stage.phone()];
    const targets = [{ kind: 'device' as const, username: other.username }, { kind: 'trunk' as const, number: NUMBER }];
    stage.server.plan('2', [{ act: 'route', targets, ringMs: 20_000, identity: SHOWN }]);
    const call = caller.call('2');
    const ringing = await other.calls.next();
    expect((await call.done).status).toBe(200);
    const cancel = await ringing.cancels.next();
    expect(cancel.request.getHeader('Reason')).toContain('cause=200');
    await call.session.bye();
    await sipp.done;
    expectProof(sipp);
    expect((await stage.server.whole(call.callId)).slice(-2)).toEqual([`answered ${NUMBER}`, 'ended 200 caller']);
  });
});
