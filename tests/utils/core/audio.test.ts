import { expect, it } from 'vitest';
import { DEFAULT_AUDIO_CHOICE } from '@/utils/domain/audio/audio-choice';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';

const JABRA = { id: 'jabra', label: 'Jabra' };
const DESK = { id: 'desk', label: 'Desk speaker' };
const BOTH = { inputs: [JABRA], outputs: [JABRA, DESK] };

/** Before anybody has signed in. */
async function started(prepare: (test: TestCore) => void = () => undefined) {
  const test = new TestCore();
  test.devices.known = BOTH;
  prepare(test);
  await test.core.start();
  await settle();
  return test;
}

it('uses and keeps what is chosen, part by part, without an account too', async () => {
  const test = await started();
  await test.core.commands('audio.choose', { microphone: JABRA, ring: DESK, extraRing: JABRA, ringVolume: 0.5 });
  await test.core.commands('audio.choose', { noiseSuppression: false, ringTone: 'harp' });
  const choice = { ...DEFAULT_AUDIO_CHOICE, microphone: JABRA, ring: DESK, extraRing: JABRA, ringVolume: 0.5, noiseSuppression: false, ringTone: 'harp' };
  expect([test.state.audio.choice, test.audioChoice.kept]).toEqual([choice, choice]);
  expect(test.microphone.settings).toEqual({ deviceId: 'jabra', echoCancellation: true, noiseSuppression: false, autoGainControl: true });
  expect(test.output.settings).toEqual({ speaker: null, ring: 'desk', extraRing: 'jabra', speakerVolume: 1, ringVolume: 0.5, ringTone: 'harp' });
});

it('begins with what was kept', async () => {
  const test = await started(({ audioChoice }) => audioChoice.write({ ...DEFAULT_AUDIO_CHOICE, speaker: DESK }));
  expect(test.output.settings?.speaker).toBe('desk');
});

it('says what is unplugged, stands in for it, and returns to it', async () => {
  const test = await started();
  await test.core.commands('audio.choose', { microphone: JABRA, speaker: JABRA });
  test.devices.becomes({ inputs: [], outputs: [DESK] });
  await settle();
  expect(test.state.audio.missing).toEqual([
    { role: 'microphone', label: 'Jabra' },
    { role: 'speaker', label: 'Jabra' },
  ]);
  expect([test.microphone.settings.deviceId, test.output.settings?.speaker]).toEqual([null, null]);
  const [again, outputAgain] = [{ ...JABRA, id: 'other' }, { ...JABRA, id: 'another' }];
  test.devices.becomes({ inputs: [again], outputs: [outputAgain] });
  await settle();
  expect(test.state.audio.missing).toEqual([]);
  expect([test.microphone.settings.deviceId, test.output.settings?.speaker]).toEqual(['other', 'another']);
  expect(test.state.audio.choice).toMatchObject({ microphone: JABRA, speaker: JABRA });
});

it('a device that the browser lists and does not take is missing', async () => {
  const test = await started();
  test.output.refuses = ['ring'];
  await test.core.commands('audio.choose', { ring: DESK });
  await settle();
  expect(test.state.audio.missing).toEqual([{ role: 'ring', label: 'Desk speaker' }]);
  test.output.refuses = [];
  test.devices.becomes(BOTH);
  await settle();
  expect(test.state.audio.missing).toEqual([]);
});

it('says why the chosen microphone could not take over, until it could', async () => {
  const test = await started();
  test.microphone.changeFailure = 'busy';
  await test.core.commands('audio.choose', { microphone: JABRA });
  await settle();
  expect(test.state.audio.microphoneFault).toBe('busy');
  test.microphone.changeFailure = null;
  await test.core.commands('audio.choose', { microphone: null });
  await settle();
  expect(test.state.audio.microphoneFault).toBeNull();
});

it('takes the word of a page for the microphones where the host cannot list them', async () => {
  const test = await started(({ devices }) => (devices.known = { inputs: null, outputs: null }));
  await test.core.commands('audio.choose', { microphone: JABRA });
  expect(test.microphone.settings.deviceId).toBe('jabra');
  await test.core.commands('audio.microphones', { microphones: [{ id: 'built-in', label: 'Built-in' }] });
  await settle();
  expect([test.microphone.settings.deviceId, test.state.audio.missing]).toEqual([null, [{ role: 'microphone', label: 'Jabra' }]]);
});

it('lists the devices again once the microphone is allowed: they have names from then on', async () => {
  const test = await started(({ devices, audioChoice }) => {
    devices.known = { inputs: null, outputs: null };
    audioChoice.write({ ...DEFAULT_AUDIO_CHOICE, microphone: { id: 'gone', label: 'Jabra' } });
  });
  test.devices.known = BOTH;
  await test.core.commands('microphone.changed', { state: 'granted' });
  expect(test.microphone.settings.deviceId).toBe('jabra');
});

it('refuses what is no volume, and goes on when nothing can be kept', async () => {
  const test = await started();
  expect(await test.core.commands('audio.choose', { ringVolume: 2 })).toEqual({ ok: false, error: 'invalid-input' });
  test.audioChoice.write = () => {
    throw new Error('storage full');
  };
  expect(await test.core.commands('audio.choose', { ringVolume: 0.2 })).toEqual({ ok: true });
  expect(test.output.settings?.ringVolume).toBe(0.2);
});
