import { expect, it } from 'vitest';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { ended } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { talk } from './established-call';

/** The One server ends TLS and pipes to the edge's loopback port, so phones say `WSS` on what the edge takes for `WS`. */
export function secureCases(on: () => EdgeStage): void {
  it('registers a phone, and again', async () => {
    const phone = await on().securePhone();
    await waitFor('the server to have heard of it', async () => (await on().edge.registeredDevices()).includes(phone.username));
    expect((await phone.register()).status).toBe(200);
  });

  it.each(['caller', 'callee'] as const)('connects a call, in which the %s hangs up', async (who) => {
    const { out, in: incoming } = await talk(on(), await on().securePhone(), await on().securePhone());
    const [near, far] = who === 'caller' ? [out, incoming] : [incoming, out];
    await near.session.bye();
    await far.byes.next();
    await ended(far.session);
  });

  it('connects it with a phone that came without TLS', async () => {
    const { out, in: incoming } = await talk(on(), await on().phone(), await on().securePhone());
    await incoming.session.bye();
    await out.byes.next();
  });

  it('stops ringing when the caller gives up, and finds a phone on its new connection', async () => {
    const [caller, callee] = [await on().securePhone(), await on().securePhone()];
    await callee.reconnect();
    expect((await callee.register()).status).toBe(200);
    on().server.plan(callee.username, on().ring([callee]));
    const out = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await out.provisional.next((status) => status === 180);
    await out.session.cancel();
    expect((await out.done).status).toBe(487);
    await ended(incoming.session);
  });
}
