import { expect, it } from 'vitest';
import { ended } from '@/tests/support/sip-client';
import type { EdgeStage } from '@/tests/support/sip-edge-stage';

export function forkingCases(on: () => EdgeStage): void {
  it('rings all devices of a user; the others hear that the call was answered elsewhere', async () => {
    const [caller, desk, laptop] = [await on().phone(), await on().phone(), await on().phone()];
    on().server.plan('201', on().ring([desk, laptop]));
    const call = caller.call('201');
    const [first, second] = [await desk.calls.next(), await laptop.calls.next()];
    await call.provisional.next((status) => status === 180);
    await call.provisional.next((status) => status === 180);
    await first.session.accept();
    const { request } = await second.cancels.next();
    expect(request.getHeader('Reason')).toMatch(/^SIP\s*;\s*cause=200\s*;\s*text="Call completed elsewhere"/i);
    await ended(second.session);
    expect((await call.done).status).toBe(200);
    await call.session.bye();
    await ended(first.session);
    const story = await on().server.whole(call.callId);
    expect(story.slice(0, 2).toSorted()).toEqual([`ringing ${desk.username}`, `ringing ${laptop.username}`].toSorted());
    expect(story.slice(2)).toEqual([`answered ${desk.username}`, 'ended 200 caller']);
  });

  it('stops everywhere when one device declines', async () => {
    const [caller, desk, laptop] = [await on().phone(), await on().phone(), await on().phone()];
    on().server.plan('202', on().ring([desk, laptop]));
    const call = caller.call('202');
    const [first, second] = [await desk.calls.next(), await laptop.calls.next()];
    await call.provisional.next((status) => status === 180);
    await call.provisional.next((status) => status === 180);
    await first.session.reject({ statusCode: 603 });
    const { request } = await second.cancels.next();
    expect(request.getHeader('Reason')).toMatch(/^SIP\s*;\s*cause=603/i);
    expect((await call.done).status).toBe(603);
  });

  it('lets the others ring on when one device is busy', async () => {
    const [caller, desk, laptop] = [await on().phone(), await on().phone(), await on().phone()];
    on().server.plan('203', on().ring([desk, laptop]));
    const call = caller.call('203');
    const [first, second] = [await desk.calls.next(), await laptop.calls.next()];
    await first.session.reject({ statusCode: 486 });
    await ended(first.session);
    await second.session.accept();
    expect((await call.done).status).toBe(200);
    expect(second.cancels.all).toHaveLength(0);
    await call.session.bye();
    await ended(second.session);
  });

  it('says busy when one device is busy and the other does not exist any more', async () => {
    const [caller, desk, laptop] = [await on().phone(), await on().phone(), await on().phone()];
    await laptop.unregister();
    on().server.plan('204', on().ring([desk, laptop]));
    const call = caller.call('204');
    await (await desk.calls.next()).session.reject({ statusCode: 486 });
    expect((await call.done).status).toBe(486);
  });

  it('rings the next after no answer', async () => {
    const [caller, first, second] = [await on().phone(), await on().phone(), await on().phone()];
    on().server.plan('205', on().ring([first], { ringMs: 700, then: on().ring([second]) }));
    const call = caller.call('205');
    const missed = await first.calls.next();
    const incoming = await second.calls.next();
    await ended(missed.session);
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await incoming.session.bye();
    await ended(call.session);
    expect(await on().server.whole(call.callId)).toEqual([
      `ringing ${first.username}`,
      `ringing ${second.username}`,
      `answered ${second.username}`,
      'ended 200 callee',
    ]);
  });

  it('rings the next after busy, and after one that is not registered', async () => {
    const [caller, busy, away, last] = [await on().phone(), await on().phone(), await on().phone(), await on().phone()];
    await away.unregister();
    on().server.plan('206', on().ring([busy], { then: [...on().ring([away]), ...on().ring([last])] }));
    const call = caller.call('206');
    await (await busy.calls.next()).session.reject({ statusCode: 486 });
    const incoming = await last.calls.next();
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await call.session.bye();
    await ended(incoming.session);
    const seen = on().server.failures.all.filter(({ callId }) => callId === call.callId);
    expect(seen.map(({ reason, status }) => `${status} ${reason}`)).toEqual(['486 rejected', '480 unregistered']);
  });
}
