import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Pstn } from '@/tests/support/e2e-pstn';
import { headerOf } from '@/tests/support/e2e-sip-message';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { ended, newDeviceName, type SipDevice } from '@/tests/support/sip-client';
import { SHOWN } from '@/tests/support/sip-edge-stage';
import { newToken, registerRaw, statusOf, writeRequest, type RawSip } from '@/tests/support/sip-raw-client';
import { openTrunkStage, type TrunkStage } from '@/tests/support/trunk-stage';
import { openUdpParty, type UdpParty } from '@/tests/support/udp-party';

const NUMBER = '+46701740609';
const DID = '+46812345678';

describe('whom the edge believes and what it relays', () => {
  let pstn: Pstn;
  let victim: UdpParty;
  let stage: TrunkStage;

  beforeAll(async () => {
    pstn = await Pstn.open();
    victim = await openUdpParty();
    stage = await openTrunkStage({ port: pstn.port });
    stage.server.plan('out', [{ act: 'route', targets: [{ kind: 'trunk', number: NUMBER }], ringMs: 20_000, identity: SHOWN }]);
  });
  afterEach(() => stage.clear());
  afterAll(async () => {
    await stage.close();
    victim.close();
    pstn.close();
  });

  async function callOut(caller: SipDevice) {
    const before = pstn.others.filter(({ start }) => start.startsWith('ACK')).length;
    const call = caller.call('out');
    expect((await call.done).status).toBe(200);
    await waitFor('the ACK at the trunk', () => pstn.others.filter(({ start }) => start.startsWith('ACK')).length > before);
    return call;
  }
  const invite = (from: string, port: number) =>
    writeRequest({
      method: 'INVITE',
      uri: `sip:${DID}@127.0.0.1:${stage.sipPort}`,
      from: `<sip:${from}>;tag=${newToken()}`,
      to: `<sip:${DID}@127.0.0.1>`,
      headers: [`Contact: <sip:x@127.0.0.1:${port}>`, 'P-Asserted-Identity: <sip:+46800000001@trunk>', 'Diversion: <sip:+46800000002@trunk>;reason=unconditional'],
    }).replace('SIP/2.0/WS raw.invalid', `SIP/2.0/UDP 127.0.0.1:${port}`);

  it('takes the trunk by its address and port: another port of the same address gets 403', async () => {
    victim.send(invite(`${NUMBER}@127.0.0.1:${pstn.port}`, victim.port), stage.sipPort);
    expect(statusOf(await victim.inbox.next((text) => statusOf(text) >= 200))).toBe(403);
    expect(stage.server.requests.all.some(({ dialled }) => dialled === DID)).toBe(false);

    pstn.sendRaw(invite(`${NUMBER}@127.0.0.1`, pstn.port), stage.sipPort);
    const request = await stage.server.requests.next(({ dialled }) => dialled === DID);
    expect(request).toMatchObject({ source: { kind: 'trunk' }, claimed: { user: NUMBER }, assertedByTrunk: '+46800000001', divertedFrom: '+46800000002' });
    expect(await stage.server.whole(request.callId)).toEqual(['ended 404 server']);
  });

  it('answers no registration or OPTIONS over UDP', async () => {
    for (const method of ['REGISTER', 'OPTIONS', 'MESSAGE']) {
      const device = `<sip:${newDeviceName()}@${stage.domain}>`;
      const text = writeRequest({ method, uri: `sip:${stage.domain}`, from: `${device};tag=1`, to: device });
      victim.send(text.replace('SIP/2.0/WS raw.invalid', `SIP/2.0/UDP 127.0.0.1:${victim.port}`), stage.sipPort);
      expect(statusOf(await victim.inbox.next((answer) => answer.includes(` ${method}\r\n`)))).toBe(403);
    }
  });

  it('ignores what a caller claims about itself, also on the way to the trunk', async () => {
    const caller = await stage.phone('The King');
    const claim = `"The King" <sip:+4699@${stage.domain}>`;
    const names = ['P-Asserted-Identity', 'P-Preferred-Identity', 'Remote-Party-ID', 'Diversion', 'History-Info'];
    const call = caller.call('out', { extraHeaders: [...names.map((name) => `${name}: ${claim}`), 'Privacy: none'] });
    expect((await call.done).status).toBe(200);
    const seen = pstn.invites.at(-1);
    if (!seen) throw new Error('no INVITE at the trunk');
    expect(headerOf(seen, 'p-asserted-identity')).toContain(SHOWN.number);
    expect(JSON.stringify(seen.headers)).not.toMatch(/King|\+4699|privacy/i);
    await call.session.bye();
    await stage.server.whole(call.callId);
  });

  const METHODS = ['INFO', 'BYE', 'REFER', 'UPDATE', 'INVITE', 'ACK'];
  /** Requests in a call, aimed at an address of the attacker's choice in every way that has ever worked. */
  function forge(raw: RawSip, callId: string, tags: { from: string; to: string }): Promise<string>[] {
    const aims = [
      { uri: `sip:x@127.0.0.1:${victim.port}`, route: `<sip:127.0.0.1:${stage.edge.webSocketPort};transport=ws;lr>` },
      { uri: `sip:x@foo.invalid;alias=127.0.0.1~${victim.port}~1`, route: `<sip:${stage.domain};lr>` },
      { uri: `sip:x@${stage.domain}`, route: `<sip:127.0.0.1:${stage.sipPort};lr>, <sip:127.0.0.1:${victim.port};lr>` },
      { uri: `sip:127.0.0.1:${stage.edge.webSocketPort}`, route: `<sip:127.0.0.1:${victim.port}>` },
    ];
    return METHODS.flatMap((method) =>
      aims.map(({ uri, route }) => {
        const request = {
          method, uri, callId, sequence: 50,
          from: `<sip:evil@${stage.domain}>;tag=${tags.from}`,
          to: `<sip:x@${stage.domain}>;tag=${tags.to}`,
          headers: [`Route: ${route}`, `Contact: <sip:x@127.0.0.1:${victim.port}>`],
        };
        if (method !== 'ACK') return raw.ask(request);
        raw.send(writeRequest(request));
        return Promise.resolve('SIP/2.0 481 ACK has no answer');
      }),
    );
  }

  it.each(['an unregistered connection', 'another registered device'])('relays nothing forged of %s, whether it knows the call or not', async (who) => {
    const caller = await stage.phone();
    const call = await callOut(caller);
    const raw = await stage.raw();
    if (who === 'another registered device') {
      const username = newDeviceName();
      await registerRaw(raw, stage.domain, username, stage.server.enrol(username));
    }
    const { dialog } = call.session;
    const known = { from: dialog?.localTag ?? '', to: dialog?.remoteTag ?? '' };
    for (const answers of [forge(raw, newToken(), { from: '1', to: '2' }), forge(raw, call.callId, known)]) {
      for (const answer of await Promise.all(answers)) expect(statusOf(answer)).toBe(481);
    }
    expect(victim.inbox.all.filter((text) => !text.startsWith('SIP/2.0'))).toEqual([]);
    // By the sequence number of what was forged: an earlier call's BYE may be sent again meanwhile.
    expect(pstn.others.filter((message) => headerOf(message, 'cseq').startsWith('50 '))).toEqual([]);
    expect(pstn.ended).toBe(false);
    await call.session.bye();
    await ended(call.session);
    expect((await stage.server.whole(call.callId)).at(-1)).toBe('ended 200 caller');
  });

  it('sends what a party of the call sends to the trunk only, wherever it is addressed', async () => {
    const caller = await stage.phone();
    const call = await callOut(caller);
    const { dialog } = call.session;
    if (!dialog) throw new Error('no dialog');
    const socket = caller.ua.transport;
    const info = writeRequest({
      method: 'INFO', uri: `sip:x@127.0.0.1:${victim.port}`, callId: call.callId, sequence: 60,
      from: `<sip:${caller.username}@${stage.domain}>;tag=${dialog.localTag}`,
      to: `<sip:out@${stage.domain}>;tag=${dialog.remoteTag}`,
      headers: [`Route: <sip:127.0.0.1:${stage.edge.webSocketPort};transport=ws;lr>, <sip:127.0.0.1:${victim.port};lr>`],
    });
    await socket.send(info);
    await waitFor('the INFO at the trunk', () => pstn.others.some(({ start }) => start.startsWith('INFO')));
    expect(victim.inbox.all.filter((text) => !text.startsWith('SIP/2.0'))).toEqual([]);
    await call.session.bye();
    await stage.server.whole(call.callId);
  });

  it('takes in a call what comes from the trunk, not from another port of its address', async () => {
    const caller = await stage.phone();
    const call = await callOut(caller);
    const { dialog } = pstn;
    if (!dialog) throw new Error('no call at the trunk');
    const bye = writeRequest({ method: 'BYE', uri: dialog.target, from: dialog.local, to: dialog.remote, callId: dialog.callId, sequence: 5, headers: dialog.routes.map((route) => `Route: ${route}`) });
    victim.send(bye.replace('SIP/2.0/WS raw.invalid', `SIP/2.0/UDP 127.0.0.1:${victim.port}`), stage.sipPort);
    expect(statusOf(await victim.inbox.next((text) => text.includes(' BYE\r\n')))).toBe(403);
    pstn.hangUp();
    await ended(call.session);
    expect((await stage.server.whole(call.callId)).at(-1)).toBe('ended 200 callee');
  });
});
