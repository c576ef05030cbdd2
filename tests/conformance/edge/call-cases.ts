import { expect, it } from 'vitest';
import { ended } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { talk } from './established-call';

export function callCases(on: () => EdgeStage): void {
  it('connects a call that the caller ends', async () => {
    const { out, in: incoming, callee } = await talk(on());
    expect(incoming.session.request.callId).toBe(out.callId);
    await out.session.bye();
    await incoming.byes.next();
    await ended(incoming.session);
    const name = callee.username;
    expect(await on().server.whole(out.callId)).toEqual([`ringing ${name}`, `answered ${name}`, 'ended 200 caller']);
  });

  it('connects a call that the callee ends', async () => {
    const { out, in: incoming, callee } = await talk(on());
    await incoming.session.bye();
    await out.byes.next();
    await ended(out.session);
    const name = callee.username;
    expect(await on().server.whole(out.callId)).toEqual([`ringing ${name}`, `answered ${name}`, 'ended 200 callee']);
  });

  it('carries both descriptions unchanged', async () => {
    const { caller, callee, out, in: incoming } = await talk(on());
    expect(incoming.session.request.body).toContain(`s=${caller.username}\r\n`);
    expect(out.media().remote).toContain(`s=${callee.username}\r\n`);
  });

  it('says 100 at once, before anything is decided', async () => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    const tried: { wait: () => Promise<unknown> } = { wait: async () => undefined };
    const [route] = on().ring([callee]);
    const decision = async () => {
      await tried.wait();
      return typeof route === 'object' ? route : Promise.reject(new Error('no route'));
    };
    on().server.plan(callee.username, [decision]);
    const call = caller.call(callee.username);
    tried.wait = () => call.provisional.next((status) => status === 100);
    const incoming = await callee.calls.next();
    await call.provisional.next((status) => status === 180);
    await incoming.session.reject({ statusCode: 486 });
    expect((await call.done).status).toBe(486);
  });

  it('tells who calls and what was dialled', async () => {
    const [caller, callee] = [await on().phone('Somebody Else'), await on().phone()];
    on().server.plan(callee.username, on().ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    expect(await on().server.requests.next((request) => request.callId === call.callId)).toEqual({
      callId: call.callId,
      source: { kind: 'device', username: caller.username },
      dialled: callee.username,
      claimed: { user: caller.username, displayName: 'Somebody Else' },
      assertedByTrunk: null,
      replacesCallId: null,
      referredBy: null,
      divertedFrom: null,
    });
    await incoming.session.reject();
    await call.done;
  });

  it.each([
    ['*43', '*43'],
    ['%2B46701234567', '+46701234567'],
    ['+46701234567', '+46701234567'],
  ])('decodes the dialled user part %s', async (written, read) => {
    const caller = await on().phone();
    const call = caller.call(written);
    expect((await call.done).status).toBe(404);
    const request = await on().server.requests.next(({ callId }) => callId === call.callId);
    expect(request.dialled).toBe(read);
  });
}
