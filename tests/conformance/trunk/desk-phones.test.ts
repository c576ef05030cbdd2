import { UserAgent } from 'sip.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Pstn } from '@/tests/support/e2e-pstn';
import { connectDevice, ended, mediaOf, newDeviceName, type SipDevice } from '@/tests/support/sip-client';
import { SHOWN } from '@/tests/support/sip-edge-stage';
import { newToken, statusOf, writeRequest } from '@/tests/support/sip-raw-client';
import { openTrunkStage, type TrunkStage } from '@/tests/support/trunk-stage';
import { openUdpParty } from '@/tests/support/udp-party';

const NUMBER = '+46701740609';
const plainRtp = /m=audio \d+ RTP\/AVP /;
const webRtc = /m=audio \d+ UDP\/TLS\/RTP\/SAVPF .*[^]*a=ice-ufrag/;

describe('desk phones', () => {
  let pstn: Pstn;
  let stage: TrunkStage;

  beforeAll(async () => {
    pstn = await Pstn.open();
    stage = await openTrunkStage({ port: pstn.port });
    stage.server.plan('out', [{ act: 'route', targets: [{ kind: 'trunk', number: NUMBER }], ringMs: 20_000, identity: SHOWN }]);
  });
  afterEach(() => stage.clear());
  afterAll(async () => {
    await stage.close();
    pstn.close();
  });

  async function talk(caller: SipDevice, callee: SipDevice) {
    stage.server.plan('desk', stage.ring([callee]));
    const out = caller.call('desk');
    const incoming = await callee.calls.next();
    const offered = incoming.session.request.body;
    const contact = incoming.session.request.getHeader('Contact') ?? '';
    await incoming.session.accept();
    expect((await out.done).status).toBe(200);
    await incoming.acks.next();
    return { out, in: incoming, offered, contact, answered: out.media().remote ?? '' };
  }

  it('register over UDP with their password and with no other', async () => {
    const phone = await stage.deskPhone(stage.phonePort);
    await stage.server.registrations.next(({ kind, deviceUsername }) => kind === 'registered' && deviceUsername === phone.username);
    expect(await stage.edge.registeredDevices()).toContain(phone.username);
    const username = newDeviceName();
    stage.server.enrol(username);
    const wrong = await connectDevice({ server: '', domain: stage.domain, username, password: 'wrong', deskPort: stage.phonePort });
    expect((await wrong.register()).status).toBe(401);
    await wrong.stop();
  });

  it('are called by a browser: plain RTP there, DTLS-SRTP here, and hang up', async () => {
    const call = await talk(await stage.phone(), await stage.deskPhone(stage.phonePort));
    expect(call.offered).toMatch(plainRtp);
    expect(call.answered).toMatch(webRtc);
    expect(call.contact).toContain(`@127.0.0.1:${stage.phonePort}`);
    expect(await stage.mediaSessions()).toBe(1);
    await call.in.session.bye();
    await ended(call.out.session);
    expect((await stage.server.whole(call.out.callId)).at(-1)).toBe('ended 200 callee');
    expect(await stage.mediaSessions()).toBe(0);
  });

  it('call a browser, put it on hold and hang up', async () => {
    const call = await talk(await stage.deskPhone(stage.phonePort), await stage.phone());
    expect(call.offered).toMatch(webRtc);
    expect(call.answered).toMatch(plainRtp);
    call.out.media().direction = 'sendonly';
    const renewed = new Promise((resolve, reject) => {
      call.out.session.invite({ requestDelegate: { onAccept: resolve, onReject: reject } }).catch(reject);
    });
    await renewed;
    expect(mediaOf(call.in.session).remote).toContain('a=sendonly');
    await call.out.session.bye();
    expect((await stage.server.whole(call.out.callId)).at(-1)).toBe('ended 200 caller');
  });

  it('are called from the browser they called: it finds them under their device name', async () => {
    const desk = await stage.deskPhone(stage.phonePort);
    const call = await talk(desk, await stage.phone());
    expect(call.contact).toContain(`sip:${desk.username}@${stage.domain}`);
    await call.in.session.bye();
    await ended(call.out.session);
    expect((await stage.server.whole(call.out.callId)).at(-1)).toBe('ended 200 callee');
  });

  it('ring together with browsers and stop when one of those answers', async () => {
    const [caller, desk, browser] = [await stage.phone(), await stage.deskPhone(stage.phonePort), await stage.phone()];
    stage.server.plan('both', stage.ring([desk, browser]));
    const out = caller.call('both');
    const [there, here] = [await desk.calls.next(), await browser.calls.next()];
    await here.session.accept();
    expect((await out.done).status).toBe(200);
    await ended(there.session);
    await out.session.bye();
    await stage.server.whole(out.callId);
    expect(await stage.mediaSessions()).toBe(0);
  });

  it('call each other and the trunk over the relay', async () => {
    const [one, two] = [await stage.deskPhone(stage.phonePort), await stage.deskPhone(stage.phonePort)];
    const call = await talk(one, two);
    expect([call.offered, call.answered].every((sdp) => plainRtp.test(sdp))).toBe(true);
    expect(await stage.mediaSessions()).toBe(1);
    await call.out.session.bye();
    await stage.server.whole(call.out.callId);

    const out = one.call('out');
    expect((await out.done).status).toBe(200);
    expect(pstn.invites.at(-1)?.body).toMatch(plainRtp);
    await out.session.bye();
    expect((await stage.server.whole(out.callId)).at(-1)).toBe('ended 200 caller');
  });

  it('are transferred and transfer: REFER reaches both, and a Replaces names the call to the server', async () => {
    const desk = await stage.deskPhone(stage.phonePort);
    const call = await talk(await stage.phone(), desk);
    const target = UserAgent.makeURI(`sip:102@${stage.domain}`);
    if (!target) throw new Error('not a target');
    for (const [from, to] of [[call.out, call.in], [call.in, call.out]] as const) {
      void from.session.refer(target);
      const referral = await to.referrals.next();
      expect(referral.referTo.uri.user).toBe('102');
      await referral.accept();
    }
    const replaces = `${call.out.callId};to-tag=1;from-tag=2`;
    expect((await desk.call('102', { extraHeaders: [`Replaces: ${replaces}`] }).done).status).toBe(404);
    expect(stage.server.requests.all.at(-1)).toMatchObject({ source: { kind: 'device', username: desk.username }, replacesCallId: call.out.callId });
    await call.out.session.bye();
    await stage.server.whole(call.out.callId);
  });

  it('are nobody in a call without having proven it: another port is refused, whatever it claims', async () => {
    const desk = await stage.deskPhone(stage.phonePort);
    const browser = await stage.phone();
    const call = await talk(desk, browser);
    const { dialog } = call.out.session;
    const stranger = await openUdpParty();
    const bye = writeRequest({
      method: 'BYE', uri: `sip:${browser.username}@${stage.domain}`, callId: call.out.callId, sequence: 9,
      from: `<sip:${desk.username}@${stage.domain}>;tag=${dialog?.localTag}`,
      to: `<sip:desk@${stage.domain}>;tag=${dialog?.remoteTag}`,
    }).replace('SIP/2.0/WS raw.invalid', `SIP/2.0/UDP 127.0.0.1:${stranger.port}`);
    stranger.send(bye, stage.phonePort);
    expect(statusOf(await stranger.inbox.next())).toBe(481);
    const from = `<sip:${desk.username}@${stage.domain}>`;
    const invite = writeRequest({ method: 'INVITE', uri: `sip:out@${stage.domain}`, from: `${from};tag=${newToken()}`, to: `<sip:out@${stage.domain}>`, headers: [`Contact: ${from}`] });
    stranger.send(invite.replace('SIP/2.0/WS raw.invalid', `SIP/2.0/UDP 127.0.0.1:${stranger.port}`), stage.phonePort);
    expect(statusOf(await stranger.inbox.next((text) => text.includes(' INVITE')))).toBe(407);
    stranger.close();
    await call.out.session.bye();
    await stage.server.whole(call.out.callId);
  });

  it('are cut off: no longer registered, and not let in again', async () => {
    const desk = await stage.deskPhone(stage.phonePort);
    stage.server.revoke(desk.username);
    await stage.edge.cutOff(desk.username);
    expect(await stage.edge.registeredDevices()).not.toContain(desk.username);
    expect((await desk.register()).status).toBe(403);
    stage.server.plan('gone', stage.ring([desk]));
    const caller = await stage.phone();
    expect((await caller.call('gone').done).status).toBe(480);
  });
});
