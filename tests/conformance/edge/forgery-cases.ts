import { expect, it } from 'vitest';
import { ended, newDeviceName } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { newToken, registerRaw, statusOf, type RawSip } from '@/tests/support/sip-raw-client';
import { talk, type EstablishedCall } from './established-call';

export function forgeryCases(on: () => EdgeStage): void {
  /** A request in somebody else's dialog, with everything right but the sender. */
  function forge(raw: RawSip, call: EstablishedCall, method: string): Promise<string> {
    const { domain } = on();
    const { request } = call.in.session;
    return raw.ask({
      method,
      uri: request.getHeader('Contact')?.replace(/^[^<]*<|>.*$/g, '') ?? '',
      from: `<sip:${call.callee.username}@${domain}>;tag=${call.in.session.dialog?.localTag ?? ''}`,
      to: `<sip:${call.caller.username}@${domain}>;tag=${request.fromTag}`,
      callId: request.callId,
      sequence: 77,
      headers: request.getHeaders('Record-Route').map((route) => `Route: ${route}`),
    });
  }

  async function expectRefused(raw: RawSip): Promise<void> {
    const call = await talk(on());
    expect(statusOf(await forge(raw, call, 'INFO'))).toBe(481);
    expect(statusOf(await forge(raw, call, 'BYE'))).toBe(481);
    // An INFO of the real callee arrives as the first: nothing forged came through before it.
    await call.in.session.info();
    const info = await call.out.infos.next();
    expect(info.request.cseq).not.toBe(77);
    expect(call.out.infos.all).toHaveLength(1);
    expect(call.out.byes.all).toHaveLength(0);
    await call.out.session.bye();
    await ended(call.in.session);
    expect((await on().server.whole(call.out.callId)).at(-1)).toBe('ended 200 caller');
  }

  it('relays nothing of a connection that proved nothing', async () => {
    await expectRefused(await on().raw());
  });

  it('relays nothing of a registered device that is not in the call', async () => {
    const { domain, server } = on();
    const raw = await on().raw();
    const username = newDeviceName();
    expect(statusOf(await registerRaw(raw, domain, username, server.enrol(username)))).toBe(200);
    await expectRefused(raw);
  });

  it.each(['a stranger', 'a registered device'])('relays nothing of %s to an address outside', async (who) => {
    const { domain, server } = on();
    const raw = await on().raw();
    const username = newDeviceName();
    const registered = who !== 'a stranger';
    if (registered) expect(statusOf(await registerRaw(raw, domain, username, server.enrol(username)))).toBe(200);
    for (const uri of ['sip:x@127.0.0.1:15999', 'sip:x@foo.invalid;alias=127.0.0.1~15999~1']) {
      const addresses = { from: `<sip:${username}@${domain}>;tag=1`, to: `<sip:x@${domain}>;tag=2` };
      const headers = [`Route: <sip:${domain};transport=ws;lr>`];
      expect(statusOf(await raw.ask({ method: 'INFO', uri, ...addresses, headers }))).toBe(481);
    }
  });

  it('relays nothing of a connection that proved nothing to a registered device, in no call at all', async () => {
    const { domain, server } = on();
    const target = await on().raw();
    const username = newDeviceName();
    expect(statusOf(await registerRaw(target, domain, username, server.enrol(username)))).toBe(200);
    const raw = await on().raw();
    for (const method of ['INFO', 'BYE', 'REFER', 'NOTIFY', 'INVITE']) {
      const addresses = { from: `<sip:evil@${domain}>;tag=1`, to: `<sip:${username}@${domain}>;tag=2` };
      const headers = [`Route: <sip:${domain};transport=ws;lr>`];
      const uri = `sip:${username}@raw.invalid;transport=ws`;
      expect(statusOf(await raw.ask({ method, uri, ...addresses, headers }))).toBe(481);
    }
    expect(target.inbox.all.filter((text) => statusOf(text) === 0)).toEqual([]);
  });

  it('does not let a stranger cancel a call', async () => {
    const { domain, server } = on();
    const [caller, callee] = [await on().phone(), await on().phone()];
    server.plan(callee.username, on().ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await call.provisional.next((status) => status === 180);
    const raw = await on().raw();
    const { request } = call.session;
    raw.send(
      [
        `CANCEL ${request.ruri.toString()} SIP/2.0`,
        `Via: SIP/2.0/WS raw.invalid;branch=z9hG4bK${newToken()}`,
        `From: <sip:${caller.username}@${domain}>;tag=${request.fromTag}`,
        `To: ${request.to.toString()}`,
        `Call-ID: ${request.callId}`,
        `CSeq: ${request.cseq} CANCEL`,
        'Max-Forwards: 70',
        'Content-Length: 0',
        '\r\n',
      ].join('\r\n'),
    );
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    expect(incoming.cancels.all).toHaveLength(0);
    await call.session.bye();
    await ended(incoming.session);
  });
}
