import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE } from '@/tests/support/fake-one-server';
import { TestPhone } from '@/tests/support/phone-builder';
import { headsetId } from '@/utils/platform/headset/web-hid';

let test: TestCore;
let bob: TestPhone;
let cecilia: TestPhone;

beforeEach(async () => {
  test = await new TestCore().signedIn();
  test.edge.numbers.set('201', DEVICE);
  bob = await new TestPhone(test.edge, '1002', { clock: test.clock }).start();
  cecilia = await new TestPhone(test.edge, '1003', { clock: test.clock }).start();
  await choose(test);
});
afterEach(async () => {
  await Promise.all([test.core.dispose(), bob.phone.stop(), cecilia.phone.stop()]);
});

async function choose({ core, headset }: TestCore): Promise<void> {
  await core.commands('audio.choose', { headset: { id: headsetId(headset), label: headset.productName } });
  await settle();
}
const press = async (what: 'pressHook' | 'pressMute' | 'pressFlash' | 'pressRedial') => {
  test.headset[what]();
  await settle();
};
const states = () => test.state.calls.map(({ state }) => state);
const ringing = async () => {
  await bob.dial('201');
  await settle();
};
const talking = async () => {
  await ringing();
  await press('pressHook');
};

describe('a call', () => {
  it('rings at the headset, is answered by its hook, and ended by it', async () => {
    await ringing();
    expect(test.headset.lights).toBe('ring ringer');
    await press('pressHook');
    expect([states(), bob.call.state, test.headset.lights]).toEqual([['active'], 'active', 'off-hook']);
    await press('pressHook');
    expect([states(), test.call.endReason, test.headset.lights]).toEqual([['ended'], 'hung-up', '']);
  });

  it('answered and ended on the screen: the headset follows, and its echo is no press', async () => {
    await ringing();
    await test.core.commands('phone.answer', { callId: test.call.id });
    await settle();
    expect([states(), test.headset.lights]).toEqual([['active'], 'off-hook']);
    await bob.phone.hangUp(bob.call.id);
    await settle();
    expect([test.headset.lights, test.state.audio.headset.pressed]).toEqual(['', null]);
  });

  it('is muted by the headset and on the screen, and both show it', async () => {
    await talking();
    await press('pressMute');
    expect([test.call.muted, test.headset.lights]).toEqual([true, 'off-hook mute']);
    await test.core.commands('phone.setMuted', { callId: test.call.id, muted: false });
    await settle();
    expect([test.call.muted, test.headset.lights]).toEqual([false, 'off-hook']);
    await test.clock.step(1_000);
    await press('pressMute');
    expect(test.call.muted).toBe(true);
  });

  it('that comes during another one is answered by the hook, or a flash, which holds the other; a flash changes between them', async () => {
    await talking();
    await cecilia.dial('201');
    await settle();
    expect(test.headset.lights).toBe('off-hook ring ringer');
    test.headset.takeTold();
    await press('pressHook');
    expect([states(), test.headset.lights]).toEqual([['held', 'active'], 'off-hook hold']);
    // The receiver is never laid down between the two.
    expect(test.headset.takeTold().every((lights) => lights.includes('off-hook'))).toBe(true);
    await test.clock.step(2_000);
    await press('pressFlash');
    expect([states(), test.headset.takeTold()]).toEqual([['active', 'held'], []]);
  });

  it('goes on ringing when the microphone is refused, and the receiver is laid down again', async () => {
    test.microphone.failure = 'refused';
    await ringing();
    await press('pressHook');
    expect([states(), test.headset.lights, test.headset.takeTold().at(-1)]).toEqual([['ringing'], 'ring ringer', 'ring ringer']);
    test.microphone.failure = null;
    await press('pressHook');
    expect(states()).toEqual(['active']);
  });

  it('that goes on when the headset is plugged in is shown there', async () => {
    test.hid.unplug(test.headset);
    await ringing();
    await test.core.commands('phone.answer', { callId: test.call.id });
    await settle();
    test.hid.plug(test.headset);
    await settle();
    expect([test.headset.lights, states()]).toEqual(['off-hook', ['active']]);
  });
});

describe('the headset', () => {
  it('is connected, missing and back, as surfaces are told', async () => {
    expect(test.state.audio.headset).toEqual({ status: 'connected', controls: ['hook', 'mute', 'flash', 'redial'], lights: true, pressed: null });
    test.hid.unplug(test.headset);
    await settle();
    expect(test.state.audio.headset.status).toBe('missing');
    test.hid.plug(test.headset);
    await settle();
    expect([test.state.audio.headset.status, test.headset.opened]).toEqual(['connected', true]);
  });

  it('that was chosen before is opened at the start', async () => {
    const next = new TestCore();
    next.audioChoice.write(test.audioChoice.kept ?? test.state.audio.choice);
    await next.core.start();
    await settle();
    expect([next.state.audio.headset.status, next.headset.opened]).toEqual(['connected', true]);
    await next.core.dispose();
    await settle();
    expect(next.headset.opened).toBe(false);
  });

  it('is closed and dark when it is chosen no more', async () => {
    await ringing();
    await test.core.commands('audio.choose', { headset: null });
    await settle();
    expect([test.headset.opened, test.headset.lights, test.state.audio.headset.status]).toEqual([false, '', 'none']);
    await press('pressHook');
    expect(states()).toEqual(['ringing']);
  });

  it('that another program has is opened when it is tried again', async () => {
    await test.core.commands('audio.choose', { headset: null });
    test.headset.busy = true;
    await choose(test);
    expect(test.state.audio.headset.status).toBe('failed');
    test.headset.busy = false;
    expect(await test.core.commands('headset.retry', {})).toEqual({ ok: true });
    await settle();
    expect(test.state.audio.headset.status).toBe('connected');
  });

  it('tells each press, whatever it did; what it echoes is none', async () => {
    await press('pressMute');
    await press('pressRedial');
    await press('pressHook');
    expect(test.state.audio.headset.pressed).toEqual({ control: 'hook', count: 3 });
    // Nobody is called: it lies on the hook again.
    expect(test.headset.takeTold().at(-1)).toBe('');
    await ringing();
    await press('pressHook');
    expect(states()).toEqual(['active']);
  });

  it('lights all its lights for three seconds, when no call needs them', async () => {
    expect(await test.core.commands('headset.tryLights', {})).toEqual({ ok: true });
    await settle();
    expect(test.headset.lights).toBe('off-hook ring mute hold ringer');
    await test.clock.step(3_000);
    expect([test.headset.lights, test.state.audio.headset.pressed]).toEqual(['', null]);
    await ringing();
    expect(await test.core.commands('headset.tryLights', {})).toEqual({ ok: false, error: 'not-allowed' });
    expect(test.headset.lights).toBe('ring ringer');
  });
});
