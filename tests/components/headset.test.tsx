import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { HeadsetCard } from '@/components/sound/headset-card';
import { DEFAULT_AUDIO_VIEW, type HeadsetView } from '@/utils/contract/audio';
import type { PhoneState } from '@/utils/contract/phone-state';
import { DEFAULT_AUDIO_CHOICE } from '@/utils/domain/audio/audio-choice';
import { createHeadsetModel, type HeadsetModel } from '@/utils/models/headset-model';
import { FakeHeadsets } from './support/fake-sound';
import { call, signedOut, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const JABRA = { id: '0b0e:0e32', label: 'Jabra Evolve2 65' };
const CONNECTED: HeadsetView = { status: 'connected', controls: ['hook', 'mute'], lights: true, pressed: null };

/** The phone's state with this headset chosen. */
const chosen = (headset: Partial<HeadsetView> = {}, over: Partial<PhoneState> = {}) =>
  state({ audio: { ...DEFAULT_AUDIO_VIEW, choice: { ...DEFAULT_AUDIO_CHOICE, headset: JABRA }, headset: { ...CONNECTED, ...headset } }, ...over });

async function open(phoneState: PhoneState, prepare: (headsets: FakeHeadsets) => void = () => undefined) {
  const headsets = new FakeHeadsets();
  prepare(headsets);
  let model: HeadsetModel | undefined;
  const View = () => (model ? <HeadsetCard model={model} /> : null);
  const scene = await renderSurface(<View />, { state: phoneState, prepare: (phone) => (model = createHeadsetModel(phone, headsets)) });
  const shows = (next: PhoneState) => act(() => void (scene.phone.state.value = next));
  return { ...scene, headsets, shows };
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = (name: string) => fireEvent.click(button(name));
const statuses = () => screen.queryAllByRole('status').map(({ textContent }) => textContent?.trim());

describe('connecting', () => {
  it('asks in the browser’s list, and the phone takes what was picked; nobody need be signed in', async () => {
    const { phone } = await open(signedOut());
    expect(screen.queryByRole('button', { name: 'Koppla från' })).toBeNull();
    press('Anslut headset …');
    await waitFor(() => expect(phone.sent).toEqual([{ command: 'audio.choose', input: { headset: { id: '047f:c056', label: 'Poly Voyager' } } }]));
  });

  it('the same one again is looked for anew: the browser may have forgotten that it is allowed', async () => {
    const { phone } = await open(chosen({ status: 'missing' }), (headsets) => (headsets.picked = JABRA));
    press('Anslut headset …');
    await waitFor(() => expect(phone.sent.map(({ command }) => command)).toEqual(['audio.choose', 'headset.retry']));
  });

  it.each([
    ['none', 'status', 'Inget headset valdes. Finns ditt inte i listan, koppla in det med sladden eller med headsetets egen USB-adapter.'],
    ['refused', 'alert', 'Webbläsaren tillåter inte headsetknappar här. Ditt företag kan ha stängt av det.'],
    ['useless', 'alert', 'Det headsetet har inga knappar som samtal kan använda. Ljudet fungerar som vanligt.'],
  ] as const)('says what became of it: %s', async (why, role, words) => {
    const { phone, headsets } = await open(state(), (fake) => (fake.picked = why));
    press('Anslut headset …');
    await waitFor(() => expect(screen.getByRole(role).textContent).toBe(words));
    expect(phone.sent).toEqual([]);
    headsets.picked = JABRA;
    press('Anslut headset …');
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });

  it('says when the phone did not take it', async () => {
    const { phone } = await open(state());
    phone.answerWith('audio.choose', 'internal');
    press('Anslut headset …');
    expect((await screen.findByRole('alert')).textContent).toBe('Ändringen kunde inte göras. Försök igen.');
  });

  it('is not offered in Firefox, with words why', async () => {
    await open(state(), (headsets) => (headsets.supported = false));
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getByText(/Firefox låter inte tillägg använda knapparna/)).toBeTruthy();
  });
});

describe('the headset', () => {
  it.each([
    ['connected', 'Anslutet'],
    ['missing', 'Inte anslutet. Koppla in det. Om det är inkopplat, anslut det här igen.'],
    ['failed', 'Headsetet gick inte att öppna. Stäng andra program som använder dess knappar och försök igen.'],
  ] as const)('is shown by name, and how it is: %s', async (status, words) => {
    await open(chosen({ status }));
    expect(screen.getByText('Jabra Evolve2 65')).toBeTruthy();
    expect(statuses()).toContain(words);
    expect(screen.queryByRole('button', { name: 'Prova lamporna' }) !== null).toBe(status === 'connected');
    expect(screen.queryByRole('button', { name: 'Försök igen' }) !== null).toBe(status === 'failed');
  });

  it('that could not be opened is tried again', async () => {
    const { phone } = await open(chosen({ status: 'failed' }));
    press('Försök igen');
    await waitFor(() => expect(phone.sent).toEqual([{ command: 'headset.retry', input: {} }]));
  });

  it('is let go, and then forgotten by the browser', async () => {
    const { phone, headsets } = await open(chosen());
    press('Koppla från');
    await waitFor(() => expect(headsets.forgotten).toEqual(['0b0e:0e32']));
    expect(phone.sent).toEqual([{ command: 'audio.choose', input: { headset: null } }]);
  });

  it('stays when the phone did not let it go', async () => {
    const { phone, headsets } = await open(chosen());
    phone.answerWith('audio.choose', 'internal');
    press('Koppla från');
    await screen.findByRole('alert');
    expect(headsets.forgotten).toEqual([]);
  });
});

describe('the test', () => {
  it('shows each button that is pressed from now on, in words', async () => {
    const { shows } = await open(chosen({ pressed: { control: 'hook', count: 7 } }));
    expect(statuses()).toContain('Tryck på en knapp på headsetet för att testa den.');
    shows(chosen({ pressed: { control: 'mute', count: 8 } }));
    expect(statuses()).toContain('Tryckning 1: Stäng av mikrofonen');
    shows(chosen({ pressed: { control: 'hook', count: 9 } }));
    expect(statuses()).toContain('Tryckning 2: Svara och lägg på');
  });

  it('lights the lamps, but not while a call needs them, nor where there are none', async () => {
    const { phone, shows } = await open(chosen());
    press('Prova lamporna');
    await waitFor(() => expect(phone.sent).toEqual([{ command: 'headset.tryLights', input: {} }]));
    shows(chosen({}, { calls: [call()] }));
    expect(button('Prova lamporna').disabled).toBe(true);
    shows(chosen({}, { calls: [call({ state: 'ended', endReason: 'hung-up', endedAt: 1 })] }));
    expect(button('Prova lamporna').disabled).toBe(false);
    shows(chosen({ lights: false }));
    expect(button('Prova lamporna').disabled).toBe(true);
  });
});
