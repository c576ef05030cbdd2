import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SIP_INPUT, TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE } from '@/tests/support/fake-one-server';
import { TestPhone } from '@/tests/support/phone-builder';
import type { PhoneState } from '@/utils/contract/phone-state';
import { applyPatch, diffState } from '@/utils/contract/state-patch';

let test: TestCore;
let bob: TestPhone;

beforeEach(async () => {
  test = await new TestCore().signedIn();
  test.edge.numbers.set('201', DEVICE);
  bob = await new TestPhone(test.edge, '1002', { clock: test.clock }).start();
});
afterEach(async () => {
  await Promise.all([test.core.dispose(), bob.phone.stop()]);
});

const dial = async (target: string) => {
  const result = await test.core.commands('phone.dial', { target, source: 'page' });
  await settle();
  return result;
};

describe('calls by command', () => {
  it('dials, mutes, sends tones, hangs up; the ended call is shown for 4 s', async () => {
    const result = await dial('1002');
    expect(result).toMatchObject({ ok: true, callId: test.call.id });
    expect(test.call.state).toBe('alerting');
    await bob.phone.answer(bob.call.id);
    await settle();
    const { id: callId } = test.call;
    expect(await test.core.commands('phone.setMuted', { callId, muted: true })).toStrictEqual({ ok: true });
    expect(await test.core.commands('phone.sendDtmf', { callId, tones: '1#' })).toStrictEqual({ ok: true });
    expect(test.call).toMatchObject({ state: 'active', muted: true, dtmf: '1#' });
    expect(await test.core.commands('phone.hangUp', { callId })).toStrictEqual({ ok: true });
    expect(test.call).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    await test.clock.step(3_900);
    expect(test.state.calls).toHaveLength(1);
    await test.clock.step(200);
    expect(test.state.calls).toHaveLength(0);
    expect(test.history.entries).toMatchObject([
      { id: `anna@exempelbolaget.se one.example.se outgoing ${callId}`, direction: 'outgoing', number: '1002', reason: 'hung-up', missed: false, unseen: false, account: 'anna@exempelbolaget.se one.example.se' },
    ]);
  });

  it('answers and declines', async () => {
    await bob.dial('201');
    expect(test.call).toMatchObject({ direction: 'incoming', state: 'ringing' });
    expect(await test.core.commands('phone.answer', { callId: test.call.id })).toStrictEqual({ ok: true });
    await settle();
    expect(test.call.state).toBe('active');
    await test.core.commands('phone.hangUp', { callId: test.call.id });
    await settle();
    await bob.dial('201');
    await test.core.commands('phone.decline', { callId: test.call.id });
    await settle();
    expect(bob.call.endReason).toBe('remote-declined');
    expect(test.state.missed).toBe(0);
  });

  it('holds and takes back; the time on hold is part of the length that history keeps', async () => {
    await bob.dial('201');
    const { id: callId } = test.call;
    expect(await test.core.commands('phone.silence', { callId })).toStrictEqual({ ok: true });
    expect(test.call.silenced).toBe(true);
    await test.core.commands('phone.answer', { callId, others: 'hold' });
    await settle();
    const answeredAt = test.clock.now();
    expect(await test.core.commands('phone.hold', { callId })).toStrictEqual({ ok: true });
    await test.clock.step(4_000);
    expect([test.call.state, bob.call.heldByRemote]).toStrictEqual(['held', true]);
    expect(await test.core.commands('phone.resume', { callId })).toStrictEqual({ ok: true });
    expect(test.call.state).toBe('active');
    await test.clock.step(2_000);
    await test.core.commands('phone.hangUp', { callId });
    await settle();
    expect(test.history.entries).toMatchObject([{ answeredAt, endedAt: answeredAt + 6_000, reason: 'hung-up', missed: false }]);
  });

  it('a call that was silenced and rang out is a missed one', async () => {
    await bob.dial('201');
    await test.core.commands('phone.silence', { callId: test.call.id });
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(test.state.missed).toBe(1);
  });

  it('counts missed calls until they are seen', async () => {
    for (let call = 0; call < 2; call++) {
      await bob.dial('201');
      bob.phone.hangUp(bob.call.id);
      await settle();
    }
    expect(test.state.missed).toBe(2);
    expect(await test.core.commands('history.markSeen', {})).toStrictEqual({ ok: true });
    expect(test.state.missed).toBe(0);
    await test.core.commands('history.clear', { endedBy: test.clock.now() });
    expect(test.history.entries).toHaveLength(0);
  });

  it('shows the next user of this browser nothing of what the one before has missed', async () => {
    await bob.dial('201');
    bob.phone.hangUp(bob.call.id);
    await settle();
    expect(test.state.missed).toBe(1);
    await test.core.commands('account.signOut', {});
    expect(test.state.missed).toBe(0);
    expect(await test.core.commands('history.clear', { endedBy: test.clock.now() })).toStrictEqual({ ok: false, error: 'not-signed-in' });

    expect(await test.core.commands('account.signInSip', SIP_INPUT)).toStrictEqual({ ok: true });
    expect(test.state.missed).toBe(0);
    await test.core.commands('history.clear', { endedBy: test.clock.now() });
    expect(test.history.entries).toHaveLength(1);
    await test.signIn();
    await settle();
    expect(test.state.missed).toBe(1);
  });

  it('dismisses an ended call at once, and no other', async () => {
    await dial('1002');
    const { id: callId } = test.call;
    expect(await test.core.commands('phone.dismiss', { callId })).toStrictEqual({ ok: false, error: 'no-such-call' });
    await test.core.commands('phone.hangUp', { callId });
    expect(await test.core.commands('phone.dismiss', { callId })).toStrictEqual({ ok: true });
    expect(test.state.calls).toHaveLength(0);
  });

  it('refuses what cannot be done, by name', async () => {
    const nobody = { callId: 'x' };
    expect(await dial('not a number')).toStrictEqual({ ok: false, error: 'not-a-number' });
    expect(await test.core.commands('phone.answer', nobody)).toStrictEqual({ ok: false, error: 'no-such-call' });
    expect(await test.core.commands('phone.hangUp', nobody)).toStrictEqual({ ok: false, error: 'no-such-call' });
    for (const name of ['phone.hold', 'phone.resume', 'phone.silence'] as const) {
      expect(await test.core.commands(name, nobody)).toStrictEqual({ ok: false, error: 'no-such-call' });
    }
    expect(await test.core.commands('phone.answer', { callId: 'x', others: 'mute' as 'hold' })).toStrictEqual({ ok: false, error: 'invalid-input' });
    expect(await test.core.commands('phone.sendDtmf', { callId: 'x', tones: 'hello' })).toStrictEqual({ ok: false, error: 'invalid-input' });
    await test.core.commands('account.signOut', {});
    expect(await dial('1002')).toStrictEqual({ ok: false, error: 'not-signed-in' });
  });

  it('notices by itself that the microphone was allowed, or plugged in', async () => {
    test.microphone.becomes('missing');
    await vi.waitFor(() => expect(test.state.microphone).toBe('missing'));
    test.microphone.becomes('granted');
    await vi.waitFor(() => expect(test.state.microphone).toBe('granted'));
  });

  it('keeps what the surfaces say of the microphone, and waits for it before it dials', async () => {
    await test.core.commands('microphone.changed', { state: 'prompt' });
    expect(test.state.microphone).toBe('prompt');
    test.microphone.failure = 'refused';
    await dial('1002');
    expect(test.call).toMatchObject({ state: 'ended', endReason: 'microphone-refused' });
    expect(bob.calls.size).toBe(0);
  });
});

describe('the server cuts this device off', () => {
  it('by events close 4401: rejected, and quiet', async () => {
    test.server.close(4401);
    await settle();
    expect(test.state.registration).toStrictEqual({ status: 'rejected', reason: 'device-revoked', retryAt: null });
    const sockets = test.sockets.sockets.length;
    await test.clock.step(60_000);
    expect(test.sockets.sockets).toHaveLength(sockets);
  });
});

describe('state', () => {
  it('is frozen, shares what did not change, and can be followed by patches alone', async () => {
    const seen: PhoneState[] = [];
    let followed: PhoneState | null = null;
    const stop = test.core.state.subscribe((state) => {
      followed = followed === null ? state : applyPatch(followed, JSON.parse(JSON.stringify(diffState(seen.at(-1), state))) as never);
      seen.push(state);
    });
    await dial('1002');
    await bob.phone.answer(bob.call.id);
    await settle();
    stop();
    expect(seen.length).toBeGreaterThan(2);
    expect(followed).toStrictEqual(test.state);
    expect(seen.every(Object.isFrozen)).toBe(true);
    expect(seen.every(({ account }) => account === seen[0]?.account)).toBe(true);
    await test.core.commands('phone.hangUp', { callId: test.call.id });
    expect(seen.at(-1)?.calls[0]?.state).toBe('active');
  });
});
