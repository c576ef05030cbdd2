import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { DEFAULT_AUDIO_VIEW, type HeadsetView } from '@/utils/contract/audio';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import type { HeadsetAdapter } from '@/utils/models/headset-adapter';
import { createHeadsetModel } from '@/utils/models/headset-model';
import type { PhoneAdapter } from '@/utils/models/phone-adapter';

const withHeadset = (headset: Partial<HeadsetView>) => ({ ...EMPTY_PHONE_STATE, audio: { ...DEFAULT_AUDIO_VIEW, headset: { ...DEFAULT_AUDIO_VIEW.headset, ...headset } } });

/** A browser whose list of headsets stays open until the test picks. */
function scene(send: () => Promise<unknown> = async () => ({ ok: true })) {
  const state = signal(withHeadset({ status: 'connected' }));
  const sent: string[] = [];
  const lists: (() => void)[] = [];
  const phone = { state, send: (command: string) => (sent.push(command), send()) } as unknown as PhoneAdapter;
  const adapter: HeadsetAdapter = {
    supported: true,
    ask: () => new Promise((resolve) => lists.push(() => resolve({ ok: true, headset: { id: '1395:0042', label: 'Simulated' } }))),
    forget: async () => undefined,
  };
  return { state, sent, lists, model: createHeadsetModel(phone, adapter) };
}

it('opens one list at a time', async () => {
  const { model, lists, sent } = scene();
  const connecting = [model.connect(), model.connect()];
  expect([lists.length, model.asking.value]).toEqual([1, true]);
  lists[0]?.();
  await Promise.all(connecting);
  expect([sent, model.asking.value, model.problem.value]).toEqual([['audio.choose'], false, null]);
});

it('says so when the phone cannot be reached, and forgets it at the next try', async () => {
  const { model, lists } = scene(() => Promise.reject(new Error('no host')));
  await model.retry();
  expect(model.problem.value).toBe('not-saved');
  void model.connect();
  await settle();
  expect([model.problem.value, lists.length]).toEqual([null, 1]);
});

it('counts presses from when somebody began to look', () => {
  const { model, state } = scene();
  const press = (control: 'hook' | 'mute', count: number) => (state.value = withHeadset({ status: 'connected', pressed: { control, count } }));
  press('hook', 4);
  model.open();
  expect(model.pressed.value).toBeNull();
  press('mute', 5);
  press('mute', 6);
  expect(model.pressed.value).toEqual({ control: 'mute', count: 2 });
});

it('tries lights where there are some', () => {
  const { model, state } = scene();
  expect(model.canTryLights.value).toBe(false);
  state.value = withHeadset({ status: 'connected', lights: true });
  expect(model.canTryLights.value).toBe(true);
  state.value = withHeadset({ status: 'missing', lights: true });
  expect(model.canTryLights.value).toBe(false);
});
