import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Pstn } from '@/tests/support/e2e-pstn';
import { headerOf } from '@/tests/support/e2e-sip-message';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { ended, newDeviceName } from '@/tests/support/sip-client';
import { SHOWN } from '@/tests/support/sip-edge-stage';
import { openTrunkStage, type TrunkStage } from '@/tests/support/trunk-stage';
import { startWebPhone, type WebPhone } from '@/tests/support/web-phone';

const NUMBER = '+46701740609';
const DID = '+46812345678';

describe('calls between WebRTC phones and a plain trunk', () => {
  let pstn: Pstn;
  let stage: TrunkStage;
  const phones: WebPhone[] = [];

  async function phone(): Promise<WebPhone> {
    const username = newDeviceName();
    const password = stage.server.enrol(username);
    const { webSocketPort } = stage.edge;
    const started = await startWebPhone({ webSocketPort, domain: stage.domain, username, password });
    phones.push(started);
    return started;
  }
  const toneHeard = () => {
    const { frequency, purity } = pstn.audio.heard();
    return Math.abs(frequency - 1000) <= 4 && purity > 0.8;
  };

  beforeAll(async () => {
    pstn = await Pstn.open(1000);
    stage = await openTrunkStage({ port: pstn.port });
  });
  beforeEach(async () => void (await waitFor('the sound of the last call to die away', () => pstn.audio.heard().level === 0)));
  afterEach(async () => {
    await Promise.all(phones.splice(0).map((one) => one.stop()));
    await stage.clear();
  });
  afterAll(async () => {
    await stage.close();
    pstn.close();
  });

  it('out: E.164 to the trunk, the decided identity, audio both ways, and the hang-up', async () => {
    const caller = await phone();
    stage.server.plan('0701740609', [{ act: 'route', targets: [{ kind: 'trunk', number: NUMBER }], ringMs: 20_000, identity: SHOWN }]);
    pstn.onInvite = 'ring';
    const calling = caller.call('0701740609');
    await stage.server.events.next(({ kind }) => kind === 'ringing');
    pstn.answer();
    const session = await calling;
    await waitFor('the tone to go out to the phone and back', toneHeard);
    const invite = pstn.invites.at(-1);
    if (!invite) throw new Error('no INVITE at the trunk');
    expect(invite.start).toBe(`INVITE sip:${NUMBER}@127.0.0.1:${pstn.port};user=phone SIP/2.0`);
    expect(headerOf(invite, 'from')).toMatch(`"${SHOWN.name}" <sip:${SHOWN.number}@${stage.domain};user=phone>`);
    expect(headerOf(invite, 'p-asserted-identity')).toBe(`"${SHOWN.name}" <sip:${SHOWN.number}@${stage.domain};user=phone>`);
    expect(headerOf(invite, 'contact')).toContain(`@127.0.0.1:${stage.sipPort}`);
    expect(invite.body).toMatch(/m=audio \d+ RTP\/AVP 8 0/);
    expect(invite.body).not.toMatch(/ice-ufrag|fingerprint/);
    pstn.hangUp();
    await ended(session);
    const story = await stage.server.whole(headerOf(invite, 'call-id'));
    expect(story).toEqual([`ringing ${NUMBER}`, `answered ${NUMBER}`, 'ended 200 callee']);
  });

  it('in: the caller the trunk asserts, audio both ways, and the hang-up', async () => {
    const { username, incoming } = await phone();
    stage.server.plan(DID, [{ act: 'route', targets: [{ kind: 'device', username }], ringMs: 20_000, identity: { number: NUMBER, name: '' } }]);
    pstn.call(DID, NUMBER, stage.sipPort);
    const request = await stage.server.requests.next(({ dialled }) => dialled === DID);
    expect(request).toMatchObject({ source: { kind: 'trunk' }, dialled: DID, claimed: { user: NUMBER } });
    await waitFor('the tone to come in to the phone and back', toneHeard);
    pstn.hangUp();
    await ended(await incoming.next());
    const story = await stage.server.whole(request.callId);
    expect(story).toEqual([`ringing ${username}`, `answered ${username}`, 'ended 200 caller']);
  });
});
