import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CallCard } from '@/components/call/call-card';
import { PopupView } from '@/components/popup/popup-view';
import { SoundSection } from '@/components/sound/sound-section';
import { NO_HEADSET, type AudioView } from '@/utils/contract/audio';
import type { PhoneState } from '@/utils/contract/phone-state';
import { DEFAULT_AUDIO_CHOICE, type AudioChoice } from '@/utils/domain/audio/audio-choice';
import { createSoundModel, type SoundModel } from '@/utils/models/sound-model';
import { FakeHeadsets, FakeSound } from './support/fake-sound';
import { call, signedOut, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const JABRA = { id: 'jabra-in', label: 'Jabra Evolve2 65' };
const audio = (choice: Partial<AudioChoice> = {}, over: Partial<AudioView> = {}): AudioView => ({
  choice: { ...DEFAULT_AUDIO_CHOICE, ...choice },
  missing: [],
  microphoneFault: null,
  headset: NO_HEADSET,
  ...over,
});

async function open(phoneState: PhoneState, prepare: (sound: FakeSound) => void = () => undefined, browser: 'chrome' | 'firefox' = 'chrome') {
  const sound = new FakeSound();
  prepare(sound);
  let model: SoundModel | undefined;
  const View = () => (model ? <SoundSection model={model} browser={browser} onAskMicrophone={() => undefined} /> : null);
  const scene = await renderSurface(<View />, { state: phoneState, prepare: (phone) => (model = createSoundModel(phone, sound, new FakeHeadsets())) });
  await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Mikrofon').options.length).toBe(1 + (sound.known.inputs?.length ?? 0)));
  return { ...scene, sound };
}
const field = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);
const names = (label: string) => [...field(label).options].map(({ text }) => text);
const chosen = (label: string) => field(label).selectedOptions[0]?.text;
const statuses = () => screen.getAllByRole('status').map(({ textContent }) => textContent?.trim());

describe('the devices', () => {
  it('are chosen by name, before anybody has signed in', async () => {
    const { phone } = await open(signedOut());
    expect(names('Mikrofon')).toEqual(['Datorns standard', 'Jabra Evolve2 65', 'Inbyggd mikrofon']);
    expect(names('Ring även i')).toEqual(['Ingen', 'Jabra Evolve2 65', 'Skrivbordshögtalare']);
    fireEvent.change(field('Mikrofon'), { target: { value: 'jabra-in' } });
    fireEvent.change(field('Ring även i'), { target: { value: 'desk' } });
    expect(phone.sent).toEqual([
      { command: 'audio.choose', input: { microphone: JABRA } },
      { command: 'audio.choose', input: { extraRing: { id: 'desk', label: 'Skrivbordshögtalare' } } },
    ]);
    await waitFor(() => expect([chosen('Mikrofon'), chosen('Ring även i')]).toEqual(['Jabra Evolve2 65', 'Skrivbordshögtalare']));
  });

  it('one that is unplugged stays chosen, with words for what is used meanwhile', async () => {
    await open(state({ audio: audio({ speaker: { id: 'plt', label: 'Poly Voyager' } }, { missing: [{ role: 'speaker', label: 'Poly Voyager' }] }) }));
    expect(chosen('Högtalare')).toBe('Poly Voyager (inte ansluten)');
    expect(screen.getByText('Poly Voyager är inte ansluten. Tills den är tillbaka hörs samtal i datorns standardhögtalare.')).toBeTruthy();
  });

  it('is shown under its name when its id has changed', async () => {
    await open(state({ audio: audio({ microphone: { id: 'old', label: 'Jabra Evolve2 65' } }) }));
    expect([chosen('Mikrofon'), names('Mikrofon').length]).toEqual(['Jabra Evolve2 65', 3]);
  });

  it('that sound are not offered where the phone cannot use them, and it is said which are used', async () => {
    await open(state(), (sound) => (sound.choosesOutputs = false), 'firefox');
    expect(['Högtalare', 'Ring i', 'Ring även i'].filter((label) => screen.queryByLabelText(label))).toEqual([]);
    expect(screen.getByText(/Firefox spelar upp samtal och ringsignal i datorns standardenhet/)).toBeTruthy();
    expect(screen.getByLabelText('Ringvolym')).toBeTruthy();
  });

  it('follow what is plugged in', async () => {
    const { sound } = await open(state());
    sound.plug({ inputs: [], outputs: [] });
    await waitFor(() => expect(names('Mikrofon')).toEqual(['Datorns standard']));
  });

  it('says when a choice could not be made, and shows what still is', async () => {
    const { phone } = await open(state());
    phone.answerWith('audio.choose', 'internal');
    fireEvent.change(field('Mikrofon'), { target: { value: 'jabra-in' } });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(chosen('Mikrofon')).toBe('Datorns standard');
  });
});

describe('the level', () => {
  it('is that of the chosen microphone, as long as the section is open', async () => {
    const { sound, unmount } = await open(state({ audio: audio({ microphone: JABRA, autoGainControl: false }) }));
    expect(sound.meters).toEqual([{ deviceId: 'jabra-in', echoCancellation: true, noiseSuppression: true, autoGainControl: false }]);
    act(() => sound.say(0.1));
    expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('67');
    fireEvent.change(field('Mikrofon'), { target: { value: 'built-in' } });
    await waitFor(() => expect(sound.meters.map(({ deviceId }) => deviceId)).toEqual(['built-in']));
    unmount();
    expect(sound.meters).toEqual([]);
  });

  it('is not asked for before the microphone is allowed: that is what is asked for then', async () => {
    const { sound, phone } = await open(state({ microphone: 'prompt' }));
    expect([sound.meters, screen.queryByRole('meter')]).toEqual([[], null]);
    expect(screen.getByRole('button', { name: 'Tillåt mikrofonen' })).toBeTruthy();
    act(() => void (phone.state.value = state()));
    await waitFor(() => expect(sound.meters).toHaveLength(1));
  });

  it('says that another program has the microphone', async () => {
    await open(state(), (sound) => (sound.fault = 'busy'));
    await waitFor(() => expect(statuses()).toContain('Ett annat program använder mikrofonen. Stäng det eller välj en annan mikrofon.'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Spela in och lyssna' }).disabled).toBe(true);
  });
});

describe('the ring', () => {
  it('is tried with its tone and volume in each device it rings in, and stopped', async () => {
    const { sound } = await open(state({ audio: audio({ ring: { id: 'desk', label: 'x' }, extraRing: { id: 'jabra-out', label: 'y' }, ringTone: 'harp', ringVolume: 0.4 }) }));
    fireEvent.click(screen.getByRole('button', { name: 'Lyssna' }));
    expect(sound.rings).toEqual([{ tone: 'harp', volume: 0.4, devices: ['desk', 'jabra-out'] }]);
    fireEvent.click(screen.getByRole('button', { name: 'Stoppa' }));
    expect(sound.rings).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Lyssna' }));
    act(() => sound.end());
    expect(screen.getByRole('button', { name: 'Lyssna' })).toBeTruthy();
  });

  it('volume and tone are chosen at once, and the slider stays where it was put', async () => {
    const { phone } = await open(state());
    fireEvent.input(screen.getByLabelText('Ringvolym'), { target: { value: '0.35' } });
    fireEvent.change(field('Signal'), { target: { value: 'marimba' } });
    expect(phone.sent.map(({ input }) => input)).toEqual([{ ringVolume: 0.35 }, { ringTone: 'marimba' }]);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Ringvolym').value).toBe('0.35'));
    act(() => void (phone.state.value = state({ audio: audio({ ringVolume: 0.35, ringTone: 'marimba' }) })));
    // Another page of ours changes it.
    act(() => void (phone.state.value = state({ audio: audio({ ringVolume: 0.9, ringTone: 'marimba' }) })));
    expect(screen.getByLabelText<HTMLInputElement>('Ringvolym').value).toBe('0.9');
  });
});

describe('the microphone test', () => {
  const start = async (sound: FakeSound) => {
    await waitFor(() => expect(sound.meters).toHaveLength(1));
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Spela in och lyssna' }).disabled).toBe(false));
    fireEvent.click(screen.getByRole('button', { name: 'Spela in och lyssna' }));
    await waitFor(() => expect(statuses()).toContain('Prata nu …'));
  };

  it.each([
    [0.2, 'Du hörs.'],
    [0, 'Inget hördes. Är headsetet avstängt, eller är en annan mikrofon vald?'],
  ])('says back what was said, in the speaker, and how it went: loudness %s', async (level, verdict) => {
    const { sound } = await open(state({ audio: audio({ speaker: { id: 'desk', label: 'x' }, speakerVolume: 0.8 }) }));
    await start(sound);
    act(() => sound.say(level));
    act(() => sound.recorded());
    await waitFor(() => expect(statuses()).toContain('Så här låter du …'));
    expect(sound.played).toEqual([['desk', 0.8]]);
    act(() => sound.end());
    await waitFor(() => expect(statuses()).toContain(verdict));
  });

  it('says that it could not record', async () => {
    const { sound } = await open(state(), (fake) => (fake.recordingFails = true));
    await start(sound);
    act(() => sound.recorded());
    await waitFor(() => expect(statuses()).toContain('Webbläsaren kunde inte spela in. Läs in sidan igen och försök på nytt.'));
  });

  it('is stopped before its time', async () => {
    const { sound } = await open(state());
    await start(sound);
    fireEvent.click(screen.getByRole('button', { name: 'Stoppa' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Spela in och lyssna' })).toBeTruthy());
    expect(sound.played).toEqual([]);
  });
});

it('each way of processing is switched by itself', async () => {
  const { phone } = await open(state());
  fireEvent.click(screen.getByRole('switch', { name: 'Brusreducering' }));
  expect(phone.sent).toEqual([{ command: 'audio.choose', input: { noiseSuppression: false } }]);
});

it('the popup says between calls which device is not there, once, with the way to the settings', async () => {
  let opened = false;
  const missing = [{ role: 'microphone', label: 'Jabra' }, { role: 'ring', label: 'Jabra' }] as const;
  const scene = await renderSurface(<PopupView />, { state: state({ audio: audio({}, { missing }) }), actions: { openSound: () => void (opened = true) } });
  expect(screen.getAllByText('Jabra är inte ansluten')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Ljudinställningar' }));
  expect(opened).toBe(true);
  act(() => void (scene.phone.state.value = state({ calls: [call()], audio: audio({}, { missing }) })));
  expect(screen.queryByText('Jabra är inte ansluten')).toBeNull();
});

describe('in a call', () => {
  it('says what is used in place of a headset that was pulled out', async () => {
    await renderSurface(<CallCard call={call()} />, { state: state({ audio: audio({}, { missing: [{ role: 'microphone', label: 'Jabra' }, { role: 'ring', label: 'Jabra' }] }) }) });
    expect(statuses().filter((text) => text?.startsWith('Jabra'))).toEqual(['Jabra är inte ansluten. Tills den är tillbaka används datorns standardmikrofon.']);
  });

  it('says why a chosen microphone could not take over, with the way to the settings', async () => {
    let opened = false;
    const actions = { openSound: () => void (opened = true) };
    await renderSurface(<CallCard call={call()} />, { state: state({ audio: audio({}, { microphoneFault: 'busy' }) }), actions });
    expect(screen.getByRole('alert').textContent).toContain('Ett annat program använder mikrofonen du valde. Du hörs fortfarande genom den förra.');
    fireEvent.click(screen.getByRole('button', { name: 'Ljudinställningar' }));
    expect(opened).toBe(true);
  });
});
