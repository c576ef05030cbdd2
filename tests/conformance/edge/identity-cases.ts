import { expect, it } from 'vitest';
import { ended } from '@/tests/support/sip-client';
import { SHOWN, type EdgeStage } from '@/tests/support/sip-edge-stage';

export function identityCases(on: () => EdgeStage): void {
  it('shows the identity the server decided and nothing the caller claims', async () => {
    const [caller, callee] = [await on().phone('The King'), await on().phone()];
    on().server.plan(callee.username, on().ring([callee]));
    const claim = `"The King" <sip:+4699@${on().domain}>`;
    const extraHeaders = [
      `P-Asserted-Identity: ${claim}`,
      `P-Preferred-Identity: ${claim}`,
      `Remote-Party-ID: ${claim};party=calling`,
    ];
    const call = caller.call(callee.username, { extraHeaders });
    const incoming = await callee.calls.next();
    const { request } = incoming.session;
    expect(incoming.from).toBe(`${SHOWN.name} <${SHOWN.number}>`);
    expect(request.getHeaders('P-Asserted-Identity')).toEqual([
      `"${SHOWN.name}" <sip:${SHOWN.number}@${on().domain}>`,
    ]);
    expect(request.data).not.toContain('The King');
    expect(request.data).not.toContain('+4699');
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await call.session.bye();
    await ended(incoming.session);
  });

  it('tells the caller who answers as the server knows them, and not as they claim', async () => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    const targets = [{ kind: 'device' as const, username: callee.username }];
    on().server.plan(callee.username, [{ act: 'route', targets, ringMs: 20_000, identity: SHOWN, connected: { number: '+46846500406', name: 'Fatima Rahimi' } }]);
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await incoming.session.accept({ extraHeaders: ['P-Asserted-Identity: "The King" <sip:+4699@one.test>'] });
    await call.done;
    const { assertedIdentity } = call.session;
    expect([assertedIdentity?.displayName, assertedIdentity?.uri.user]).toEqual(['Fatima Rahimi', '+46846500406']);
    await call.session.bye();
    await ended(incoming.session);
  });

  it('hands each side of the dialog the addresses it knows', async () => {
    const [caller, callee] = [await on().phone('Own Name'), await on().phone()];
    on().server.plan(callee.username, on().ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await incoming.session.accept();
    await call.done;
    await call.session.info();
    const outward = await incoming.infos.next();
    expect(outward.request.from.uri.user).toBe(SHOWN.number);
    await incoming.session.info();
    const homeward = await call.infos.next();
    expect(homeward.request.to.uri.user).toBe(caller.username);
    await call.session.bye();
    await ended(incoming.session);
  });

  it('refuses a caller whose From is another device', async () => {
    const [caller, other] = [await on().phone(), await on().phone()];
    caller.ua.configuration.uri.user = other.username;
    const call = caller.call('101');
    expect((await call.done).status).toBe(403);
    expect(on().server.requests.all.some(({ callId }) => callId === call.callId)).toBe(false);
  });
}
