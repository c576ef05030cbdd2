import { expect, it } from 'vitest';
import { ended } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { fieldOf, registerRaw, statusOf } from '@/tests/support/sip-raw-client';
import { talk } from './established-call';

export function interruptionCases(on: () => EdgeStage): void {
  it.each(['caller', 'callee'] as const)('reaches the %s on its new connection in the middle of a call', async (who) => {
    const call = await talk(on());
    const [moved, session, other] =
      who === 'caller'
        ? [call.caller, call.out.session, call.in.session]
        : [call.callee, call.in.session, call.out.session];
    await moved.reconnect();
    expect((await moved.register()).status).toBe(200);
    await other.bye();
    await ended(session);
    const by = who === 'caller' ? 'callee' : 'caller';
    expect((await on().server.whole(call.out.callId)).at(-1)).toBe(`ended 200 ${by}`);
  });

  it.each(['caller', 'callee'] as const)('follows the %s to a new connection while the old one looks open', async (who) => {
    const { domain, server } = on();
    const call = await talk(on());
    const [moved, old, other] = who === 'caller' ? [call.caller, call.out, call.in] : [call.callee, call.in, call.out];
    const raw = await on().raw();
    expect(statusOf(await registerRaw(raw, domain, moved.username, server.enrol(moved.username)))).toBe(200);
    await other.session.bye();
    const bye = await raw.inbox.next((text) => text.startsWith('BYE '));
    expect(fieldOf(bye, 'Call-ID')).toBe(call.out.callId);
    expect(old.byes.all).toHaveLength(0);
  });

  it('takes a BYE from a device that came back on a new connection', async () => {
    const { out, in: incoming, caller } = await talk(on());
    await caller.reconnect();
    expect((await caller.register()).status).toBe(200);
    await out.session.bye();
    await ended(incoming.session);
  });

  it.each(['caller', 'callee'] as const)('lets the %s end a call from before the edge was started anew', async (who) => {
    const call = await talk(on());
    await on().restartEdge();
    for (const phone of [call.caller, call.callee]) {
      await phone.reconnect();
      expect((await phone.register()).status).toBe(200);
    }
    const [near, far] = who === 'caller' ? [call.out, call.in] : [call.in, call.out];
    await near.session.bye();
    await far.byes.next();
    await ended(far.session);
    expect((await on().server.whole(call.out.callId)).at(-1)).toBe(`ended 200 ${who}`);
  });

  it('serves new calls after it was started anew', async () => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    await on().restartEdge();
    for (const phone of [caller, callee]) {
      await phone.reconnect();
      expect((await phone.register()).status).toBe(200);
    }
    const { out, in: incoming } = await talk(on(), caller, callee);
    await out.session.bye();
    await ended(incoming.session);
  });
}
