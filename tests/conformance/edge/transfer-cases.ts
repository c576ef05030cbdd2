import { UserAgent, type Referral, type SessionReferOptions } from 'sip.js';
import { expect, it } from 'vitest';
import { ended, startCall } from '@/tests/support/sip-client';
import { SHOWN, type EdgeStage } from '@/tests/support/sip-edge-stage';
import { createInbox } from '@/tests/support/sip-inbox';
import { talk } from './established-call';

/** Does what a phone does with a REFER: accepts and calls. */
async function follow(referral: Referral) {
  await referral.accept();
  return startCall(referral.makeInviter());
}

export function transferCases(on: () => EdgeStage): void {
  /** REFER options that collect the progress the referee reports. */
  const watch = () => {
    const progress = createInbox<string>('a NOTIFY about the transfer');
    const options: SessionReferOptions = {
      onNotify: (notification) => {
        progress.push(notification.request.body.trim());
        void notification.accept();
      },
    };
    return { progress, options };
  };

  it.each(['callee', 'caller'] as const)('transfers blindly when the %s asks for it', async (who) => {
    const target = await on().phone();
    on().server.plan(target.username, on().ring([target]));
    const first = await talk(on());
    const [transferor, referee] = who === 'callee' ? [first.in, first.out] : [first.out, first.in];
    const uri = UserAgent.makeURI(`sip:${target.username}@${on().domain}`);
    if (!uri) throw new Error('no target');
    const { progress, options } = watch();
    await transferor.session.refer(uri, options);

    const second = await follow(await referee.referrals.next());
    const incoming = await target.calls.next();
    await incoming.session.accept();
    expect((await second.done).status).toBe(200);
    await progress.next((line) => line.startsWith('SIP/2.0 200'));
    const request = await on().server.requests.next(({ callId }) => callId === second.callId);
    expect(request.referredBy).toBe(who === 'callee' ? first.callee.username : first.caller.username);
    // Nobody is shown as the referrer whom the One server does not name.
    expect(incoming.session.request.getHeader('Referred-By')).toBeUndefined();

    await transferor.session.bye();
    await ended(referee.session);
    await second.session.bye();
    await ended(incoming.session);
  });

  it('transfers with consultation: Replaces finds the call, for its Call-ID and tags are the same at both ends', async () => {
    const first = await talk(on());
    const transferor = first.callee;
    const second = await talk(on(), transferor);
    const { progress, options } = watch();
    await first.in.session.refer(second.out.session, options);

    const third = await follow(await first.out.referrals.next());
    const incoming = await second.callee.calls.next();
    const request = await on().server.requests.next(({ callId }) => callId === third.callId);
    expect(request.replacesCallId).toBe(second.out.callId);
    expect(request.dialled).toBe(second.callee.username);
    await incoming.session.accept();
    expect((await third.done).status).toBe(200);
    await incoming.acks.next();
    await progress.next((line) => line.startsWith('SIP/2.0 200'));
    // The replaced call ends by itself.
    await ended(second.in.session);
    await ended(second.out.session);
    expect(await on().server.whole(second.out.callId)).toContain('ended 200 callee');

    await first.in.session.bye();
    await ended(first.out.session);
    await third.session.bye();
    await ended(incoming.session);
  });

  it.each(['Referred-By', 'b'])('shows who sent the caller as the One server knows them, and not as the caller claims in %s', async (field) => {
    const [caller, target] = [await on().phone(), await on().phone()];
    const targets = [{ kind: 'device' as const, username: target.username }];
    on().server.plan(target.username, [{ act: 'route', targets, ringMs: 20_000, identity: { number: '+4687654321', name: '' }, referredBy: SHOWN }]);
    const claim = `${field}: "Statsministern" <sip:+4684051000@example.com>`;
    const call = caller.call(target.username, { extraHeaders: [claim] });
    const incoming = await target.calls.next();
    const { request } = incoming.session;
    const shown = [...request.getHeaders('Referred-By'), ...request.getHeaders('b')];
    expect(shown).toStrictEqual([`"${SHOWN.name}" <sip:${SHOWN.number}@${on().domain}>`]);
    await incoming.session.reject();
    await call.done;
  });
}
