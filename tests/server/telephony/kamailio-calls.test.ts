import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeRunDir, testKamailio } from '../../support/kamailio-edge';
import { openStage, SHOWN, type EdgeStage } from '../../support/sip-edge-stage';
import { ended } from '../../support/sip-client';

describe('calls between devices over Kamailio', () => {
  const { runDir, remove } = makeRunDir('calls');
  let stage: EdgeStage;
  beforeAll(async () => {
    stage = await openStage(({ domain }) => testKamailio({ runDir, domain }));
  });
  afterEach(() => stage.clear());
  afterAll(async () => {
    await stage.close();
    remove();
  });

  it('shows the identity the server decided, and tells how the call went', async () => {
    const [alice, bob] = [await stage.phone('Claims To Be The King'), await stage.phone()];
    stage.server.plan('*43', stage.ring([bob]));
    const call = alice.call('*43');
    const incoming = await bob.calls.next();
    expect(incoming.from).toBe(`${SHOWN.name} <${SHOWN.number}>`);
    await incoming.session.progress();
    await stage.server.events.next((event) => event.kind === 'ringing');
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await call.session.bye();
    await ended(incoming.session);
    expect(await stage.server.whole(call.callId)).toEqual([`ringing ${bob.username}`, `answered ${bob.username}`, 'ended 200 caller']);
  });

  it('lets the callee end the call', async () => {
    const [alice, bob] = [await stage.phone(), await stage.phone()];
    stage.server.plan('205', stage.ring([bob]));
    const call = alice.call('205');
    const incoming = await bob.calls.next();
    await incoming.session.accept();
    expect((await call.done).status).toBe(200);
    await incoming.session.bye();
    await ended(call.session);
    expect((await stage.server.whole(call.callId)).at(-1)).toBe('ended 200 callee');
  });

  it('stops the other device with the reason when one answers', async () => {
    const [alice, bob, carol] = [await stage.phone(), await stage.phone(), await stage.phone()];
    stage.server.plan('206', stage.ring([bob, carol]));
    const call = alice.call('206');
    const [atBob, atCarol] = [await bob.calls.next(), await carol.calls.next()];
    await atBob.session.progress();
    await atCarol.session.progress();
    await atBob.session.accept();
    const cancel = await atCarol.cancels.next();
    expect(cancel.request.getHeader('Reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
    await call.done;
    await call.session.bye();
    await stage.server.whole(call.callId);
  });

  it('passes 404 on as the server says', async () => {
    const alice = await stage.phone();
    const call = alice.call('999');
    expect(await call.done).toEqual({ status: 404, reason: 'Not Found' });
    expect(await stage.server.whole(call.callId)).toEqual(['ended 404 server']);
  });

  it('is cancelled by the caller', async () => {
    const [alice, bob] = [await stage.phone(), await stage.phone()];
    stage.server.plan('207', stage.ring([bob]));
    const call = alice.call('207');
    const incoming = await bob.calls.next();
    await incoming.session.progress();
    await call.session.cancel();
    expect((await call.done).status).toBe(487);
    await ended(incoming.session);
    expect((await stage.server.whole(call.callId)).at(-1)).toBe('ended 487 caller');
  });
});
