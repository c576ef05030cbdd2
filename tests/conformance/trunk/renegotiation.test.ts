import { join } from 'node:path';
import type { Session } from 'sip.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Pstn } from '@/tests/support/e2e-pstn';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { makeRunDir } from '@/tests/support/kamailio-edge';
import { SHOWN } from '@/tests/support/sip-edge-stage';
import { startSipp, type SippRun } from '@/tests/support/sipp';
import { openTrunkStage, type TrunkStage } from '@/tests/support/trunk-stage';

const NUMBER = '+46701740609';
const PLAN = [{ act: 'route' as const, targets: [{ kind: 'trunk' as const, number: NUMBER }], ringMs: 20_000, identity: SHOWN }];
const portOf = (sdp: string) => Number(/^m=audio (\d+)/m.exec(sdp)?.[1]);

/** Sends a re-INVITE and waits for its answer. */
const renew = (session: Session) =>
  new Promise<void>((resolve, reject) => {
    const requestDelegate = { onAccept: () => resolve(), onReject: () => reject(new Error('re-INVITE refused')) };
    session.invite({ requestDelegate }).catch(reject);
  });

describe('changes within a call through the media relay', () => {
  const { runDir, remove } = makeRunDir('sipp');
  let pstn: Pstn;
  let stage: TrunkStage;

  beforeAll(async () => {
    pstn = await Pstn.open();
    stage = await openTrunkStage({ port: pstn.port });
    stage.server.plan('out', PLAN);
  });
  let sipp: SippRun | null = null;
  afterEach(async () => {
    sipp?.stop();
    await stage.clear();
  });
  afterAll(async () => {
    await stage.close();
    remove();
  });

  it('hold and resume reach the trunk, the relay stays in between on the same port', async () => {
    const caller = await stage.phone();
    const call = caller.call('out');
    expect((await call.done).status).toBe(200);
    const offered = pstn.invites.at(-1)?.body ?? '';
    const heardThrough = portOf(call.media().remote ?? '');

    for (const direction of ['sendonly', 'sendrecv'] as const) {
      const count = pstn.invites.length;
      call.media().direction = direction;
      await renew(call.session);
      expect(pstn.invites).toHaveLength(count + 1);
      const body = pstn.invites.at(-1)?.body ?? '';
      expect(body).toContain(`a=${direction}`);
      expect(portOf(body)).toBe(portOf(offered));
      expect(portOf(call.media().remote ?? '')).toBe(heardThrough);
      // Nothing else sounds here: this phone sends no media.
      const music = () => pstn.audio.heard().level > 0;
      await waitFor(direction === 'sendonly' ? 'music' : 'silence', () => music() === (direction === 'sendonly'));
    }
    await call.session.bye();
    await stage.server.whole(call.callId);
  });

  it('an INVITE of the trunk without SDP: the phone offers plain RTP and gets the answer of the ACK', async () => {
    pstn.close();
    sipp = startSipp('late-offer', pstn.port, join(runDir, 'late-offer.log'));
    const caller = await stage.phone();
    const call = caller.call('out');
    expect((await call.done).status).toBe(200);
    await waitFor('the answer in the ACK', () => call.media().remote?.includes('a=sendonly'));
    const offer = sipp.received().find((message) => /^SIP\/2\.0 200[^]*CSeq: 9 INVITE/.test(message)) ?? '';
    expect(offer).toMatch(/m=audio \d+ RTP\/AVP 8/);
    expect(offer).not.toMatch(/fingerprint|ice-ufrag/);
    expect([portOf(call.media().remote ?? ''), portOf(offer)]).not.toContain(6000);
    await call.session.bye();
    await sipp.done;
    expect(await stage.server.whole(call.callId)).toEqual([`answered ${NUMBER}`, 'ended 200 caller']);
  });
});
