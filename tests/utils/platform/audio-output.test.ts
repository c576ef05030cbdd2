import { beforeEach, expect, it, vi } from 'vitest';
import { createAudioOutput } from '@/utils/platform/host/audio-output';
import type { OutputSettings } from '@/utils/phone/ports';

const PLAIN: OutputSettings = { speaker: null, ring: null, extraRing: null, speakerVolume: 1, ringVolume: 1, ringTone: 'trill' };

/** Devices that the browser takes. */
let plugged: string[];
/** Where elements sound, as the browser would have it. */
const sinks = new WeakMap<HTMLMediaElement, string>();
Object.assign(HTMLMediaElement.prototype, {
  async setSinkId(this: HTMLMediaElement, id: string) {
    if (id !== '' && !plugged.includes(id)) throw new DOMException('gone', 'NotFoundError');
    sinks.set(this, id);
  },
});

beforeEach(() => {
  plugged = ['headset', 'desk'];
  document.body.replaceChildren();
});

const make = () =>
  createAudioOutput({
    document,
    ringUrl: (tone) => `/sounds/ring/${tone}.wav`,
    ringbackUrl: '/sounds/ringback.wav',
    callWaitingUrl: '/sounds/call-waiting.wav',
    onBlocked: () => undefined,
  });
const elements = () => [...document.querySelectorAll('audio')];
/** What sounds now, and where. */
const sounding = () => elements().filter((audio) => !audio.paused).map((audio) => [audio.dataset['role'], sinks.get(audio) ?? '']);
const role = (name: string) => {
  const found = elements().find(({ dataset }) => dataset['role'] === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

it('rings once however often it is told to, until it is told to stop', () => {
  const output = make();
  output.startRinging();
  output.startRinging();
  expect(sounding()).toEqual([['ring', '']]);
  expect(role('ring').loop).toBe(true);
  output.stopRinging();
  output.stopRinging();
  expect(sounding()).toEqual([]);
});

it('has its ring loaded ahead of the first call, and another one when it is chosen', async () => {
  const output = make();
  expect([role('ring').preload, role('ring').getAttribute('src')]).toEqual(['auto', '/sounds/ring/trill.wav']);
  await output.use({ ...PLAIN, ringTone: 'harp' });
  expect(role('ring').getAttribute('src')).toBe('/sounds/ring/harp.wav');
  expect(role('extra-ring').getAttribute('src')).toBe('/sounds/ring/harp.wav');
});

it('has a tone of its own for a call that waits', () => {
  const output = make();
  output.startCallWaiting();
  expect(sounding()).toEqual([['call-waiting', '']]);
  output.stopCallWaiting();
  expect(sounding()).toEqual([]);
});

it('has an element in the document for each other side', () => {
  const output = make();
  const remotes = () => elements().filter(({ dataset }) => dataset['role'] === 'remote').length;
  const one = output.play(new MediaStream());
  const two = output.play(new MediaStream());
  expect(remotes()).toBe(2);
  one.stop();
  two.stop();
  expect(remotes()).toBe(0);
});

it('rings through headset and desk speaker at once, and talks in the headset', async () => {
  const output = make();
  expect(await output.use({ ...PLAIN, speaker: 'headset', ring: 'desk', extraRing: 'headset', speakerVolume: 0.7, ringVolume: 0.4 })).toEqual([]);
  output.startRinging();
  expect(sounding()).toEqual([
    ['ring', 'desk'],
    ['extra-ring', 'headset'],
  ]);
  expect([role('ring').volume, role('extra-ring').volume]).toEqual([0.4, 0.4]);
  output.stopRinging();
  output.play(new MediaStream());
  await vi.waitFor(() => expect(sounding()).toEqual([['remote', 'headset']]));
  expect(role('remote').volume).toBe(0.7);
});

it('changes device and volume of what sounds already', async () => {
  const output = make();
  output.play(new MediaStream());
  output.startRinging();
  await output.use({ ...PLAIN, speaker: 'headset', ring: 'headset', extraRing: 'desk', speakerVolume: 0.3 });
  expect(sounding()).toEqual([
    ['ring', 'headset'],
    ['extra-ring', 'desk'],
    ['remote', 'headset'],
  ]);
  expect(role('remote').volume).toBe(0.3);
  await output.use(PLAIN);
  expect(sounding()).toEqual([
    ['ring', ''],
    ['remote', ''],
  ]);
});

it('sounds on the system’s own device where a chosen one is gone, says which, and does not ring there twice', async () => {
  const output = make();
  await output.use({ ...PLAIN, ring: 'headset', extraRing: 'desk' });
  plugged = [];
  output.startRinging();
  expect(await output.use({ ...PLAIN, speaker: 'headset', ring: 'headset', extraRing: 'desk' })).toEqual(['speaker', 'ring', 'extraRing']);
  expect(sounding()).toEqual([['ring', '']]);
});
