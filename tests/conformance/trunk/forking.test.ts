import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RouteTarget } from '@/server/telephony/ports';
import { Pstn } from '@/tests/support/e2e-pstn';
import { headerOf } from '@/tests/support/e2e-sip-message';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { ended, type SipDevice } from '@/tests/support/sip-client';
import { SHOWN } from '@/tests/support/sip-edge-stage';
import { openTrunkStage, type TrunkStage } from '@/tests/support/trunk-stage';

const [MOBILE, OTHER] = ['+46701740609', '+46701740610'];
const trunk = (number: string): RouteTarget => ({ kind: 'trunk', number });
const device = ({ username }: SipDevice): RouteTarget => ({ kind: 'device', username });

describe('phones and trunk numbers rung together', () => {
  let pstn: Pstn;
  let stage: TrunkStage;

  const plan = (dialled: string, targets: RouteTarget[], ringMs = 20_000) =>
    stage.server.plan(dialled, [{ act: 'route', targets, ringMs, identity: SHOWN }]);

  beforeAll(async () => {
    pstn = await Pstn.open();
    stage = await openTrunkStage({ port: pstn.port });
  });
  beforeEach(() => {
    pstn.onInvite = 'ring';
  });
  afterEach(async () => {
    await waitFor('the relay to have let go of every call', async () => (await stage.mediaSessions()) === 0);
    await stage.clear();
  });
  afterAll(async () => {
    await stage.close();
    pstn.close();
  });

  it('a phone that answers ends the ringing at the trunk; its media goes from phone to phone', async () => {
    const [caller, callee] = [await stage.phone(), await stage.phone()];
    plan('both', [device(callee), trunk(MOBILE)]);
    const call = caller.call('both');
    const incoming = await callee.calls.next();
    await stage.server.events.next((event) => event.kind === 'ringing' && event.target.kind === 'trunk');
    expect(await stage.mediaSessions()).toBe(1);
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    const cancel = await waitFor('the CANCEL at the trunk', () => pstn.others.find(({ start }) => start.startsWith('CANCEL')));
    expect(headerOf(cancel, 'reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
    expect(call.media().remote).toContain(`s=${callee.username}`);
    expect(call.media().remote).toContain('m=audio 9 ');
    await waitFor('the relay to have nothing', async () => (await stage.mediaSessions()) === 0);
    await call.session.bye();
    await ended(incoming.session);
    expect((await stage.server.whole(call.callId)).slice(-2)).toEqual([`answered ${callee.username}`, 'ended 200 caller']);
  });

  it('each number rung at the trunk has a media session of its own, and none outlives the answer of another', async () => {
    const [caller, callee] = [await stage.phone(), await stage.phone()];
    plan('all', [device(callee), trunk(MOBILE), trunk(OTHER)]);
    const call = caller.call('all');
    const incoming = await callee.calls.next();
    await stage.server.events.next((event) => event.kind === 'ringing' && event.target.kind === 'trunk' && event.target.number === OTHER);
    await stage.server.events.next((event) => event.kind === 'ringing' && event.target.kind === 'trunk' && event.target.number === MOBILE);
    expect(await stage.mediaSessions()).toBe(2);
    expect(pstn.invites.slice(-2).map(({ body }) => /m=audio (\d+)/.exec(body)?.[1]).every((port, at, all) => all.indexOf(port) === at)).toBe(true);
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await waitFor('the relay to have nothing', async () => (await stage.mediaSessions()) === 0);
    await call.session.bye();
    await stage.server.whole(call.callId);
  });

  it('the trunk that answers ends the ringing of the phone, which hears that it was a mobile', async () => {
    pstn.onInvite = 'answer';
    const [caller, callee] = [await stage.phone(), await stage.phone()];
    plan('fast', [device(callee), trunk(MOBILE)]);
    const call = caller.call('fast');
    expect((await call.done).status).toBe(200);
    const { request } = await (await callee.calls.next()).cancels.next();
    expect(request.getHeader('Reason')).toBe('SIP;cause=200;text="Call completed by mobile"');
    expect(await stage.mediaSessions()).toBe(1);
    pstn.hangUp();
    await ended(call.session);
    expect((await stage.server.whole(call.callId)).slice(-2)).toEqual([`answered ${MOBILE}`, 'ended 200 callee']);
  });

  it('ringing that arrives after the answer is not told as something that came after it', async () => {
    pstn.onInvite = 'try';
    const caller = await stage.phone();
    plan('mobile', [trunk(MOBILE)]);
    const call = caller.call('mobile');
    await stage.server.requests.next(({ dialled }) => dialled === 'mobile');
    await waitFor('the INVITE at the trunk', () => pstn.invites.some((invite) => headerOf(invite, 'call-id') === call.callId));
    pstn.answer();
    pstn.ring();
    expect((await call.done).status).toBe(200);
    await stage.server.events.next((event) => event.kind === 'answered' && event.callId === call.callId);
    pstn.hangUp();
    await ended(call.session);
    const story = await stage.server.whole(call.callId);
    expect(story.slice(-2)).toEqual([`answered ${MOBILE}`, 'ended 200 callee']);
  });

  it('the caller gives up', async () => {
    const caller = await stage.phone();
    plan('mobile', [trunk(MOBILE)]);
    const call = caller.call('mobile');
    await call.provisional.next((status) => status === 180);
    await call.session.cancel();
    expect((await call.done).status).toBe(487);
    expect(await stage.server.whole(call.callId)).toEqual([`ringing ${MOBILE}`, 'ended 487 caller']);
  });

  it('no answer at the trunk is no answer', async () => {
    const caller = await stage.phone();
    plan('mobile', [trunk(MOBILE)], 800);
    const call = caller.call('mobile');
    expect((await call.done).status).toBe(408);
    expect(await stage.server.whole(call.callId)).toEqual([`ringing ${MOBILE}`, 'ended 408 server']);
  });

  it.each([
    [486, 486],
    [404, 404],
    [407, 503],
  ])('%i of the trunk is %i to the caller', async (status, heard) => {
    pstn.onInvite = { status, reason: 'So Be It' };
    const caller = await stage.phone();
    plan('mobile', [trunk(MOBILE)]);
    const call = caller.call('mobile');
    expect((await call.done).status).toBe(heard);
    expect(await stage.server.whole(call.callId)).toEqual([`ended ${heard} callee`]);
  });
});
