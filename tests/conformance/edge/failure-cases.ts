import { expect, it } from 'vitest';
import { ended } from '@/tests/support/sip-client';
import type { Plan } from '@/tests/support/sip-edge-recorder';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';
import { talk } from './established-call';

export function failureCases(on: () => EdgeStage): void {
  it.each([
    [603, 'declined'],
    [486, 'busy'],
  ])('passes on %i when the callee is %s', async (status) => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    on().server.plan(callee.username, on().ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await call.provisional.next((code) => code === 180);
    await incoming.session.reject({ statusCode: status });
    expect((await call.done).status).toBe(status);
    const failure = { callId: call.callId, status, reason: 'rejected' };
    expect(await on().server.failures.next(({ callId }) => callId === call.callId)).toEqual(failure);
    expect(await on().server.whole(call.callId)).toEqual([`ringing ${callee.username}`, `ended ${status} callee`]);
  });

  it('says 404 when the server knows nobody by that number', async () => {
    const caller = await on().phone();
    const call = caller.call('999');
    expect(await call.done).toEqual({ status: 404, reason: 'Not Found' });
    expect(await on().server.whole(call.callId)).toEqual(['ended 404 server']);
  });

  it('gives up after the ring time', async () => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    on().server.plan(callee.username, on().ring([callee], { ringMs: 700 }));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    expect((await call.done).status).toBe(408);
    await ended(incoming.session);
    const failure = { callId: call.callId, status: 408, reason: 'no-answer' };
    expect(await on().server.failures.next(({ callId }) => callId === call.callId)).toEqual(failure);
    expect(await on().server.whole(call.callId)).toEqual([`ringing ${callee.username}`, 'ended 408 server']);
  });

  it('says 480 when no target is registered', async () => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    await callee.unregister();
    on().server.plan(callee.username, on().ring([callee]));
    const call = caller.call(callee.username);
    expect((await call.done).status).toBe(480);
    const failure = { callId: call.callId, status: 480, reason: 'unregistered' };
    expect(await on().server.failures.next(({ callId }) => callId === call.callId)).toEqual(failure);
    expect(await on().server.whole(call.callId)).toEqual(['ended 480 server']);
  });

  it('stops ringing when the caller cancels', async () => {
    const [caller, callee] = [await on().phone(), await on().phone()];
    on().server.plan(callee.username, on().ring([callee]));
    const call = caller.call(callee.username);
    const incoming = await callee.calls.next();
    await call.provisional.next((code) => code === 180);
    await call.session.cancel();
    const { request } = await incoming.cancels.next();
    expect(request.getHeader('Reason') ?? '').not.toContain('cause=200');
    await ended(incoming.session);
    expect((await call.done).status).toBe(487);
    expect(await on().server.whole(call.callId)).toEqual([`ringing ${callee.username}`, 'ended 487 caller']);
  });

  it.each<[string, number, Plan[number]]>([
    ['fails', 500, () => Promise.reject(new Error('database is away'))],
    ['does not answer in time', 503, () => new Promise(() => undefined)],
  ])('frees the caller when the server %s', async (_what, status, broken) => {
    const caller = await on().phone();
    on().server.plan('broken', [broken]);
    const call = caller.call('broken');
    expect((await call.done).status).toBe(status);
    expect(await on().server.whole(call.callId)).toEqual([`ended ${status} server`]);
    const { out, in: incoming } = await talk(on(), caller);
    await out.session.bye();
    await ended(incoming.session);
  });
}
