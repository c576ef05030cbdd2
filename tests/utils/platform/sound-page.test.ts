import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MICROPHONE } from '@/utils/contract/audio';
import { handOverMicrophones } from '@/utils/platform/sound/hand-over-microphones';
import { createSoundPage } from '@/utils/platform/sound/sound-page';
import { FakeDeviceList } from '@/tests/support/fake-audio-ports';
import { FakeComputer } from '@/tests/support/fake-computer';

const JABRA = { id: 'a', label: 'Jabra' };

describe('microphones for a host that cannot list them', () => {
  it('are handed over now, after each change and when they got names, and not while they have none', async () => {
    const list = new FakeDeviceList();
    const told = vi.fn();
    const again = handOverMicrophones(list, told);
    await Promise.resolve();
    expect(told).not.toHaveBeenCalled();
    list.known = { inputs: [JABRA], outputs: null };
    again();
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith([JABRA]));
    list.becomes({ inputs: [], outputs: null });
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith([]));
  });
});

describe('the page with the sound settings', () => {
  const sounding = () => [...document.querySelectorAll('audio')].filter(({ paused }) => !paused).map((audio) => [audio.getAttribute('src'), audio.volume]);
  let computer: FakeComputer;
  beforeEach(() => {
    computer = new FakeComputer();
    document.body.replaceChildren();
  });
  const page = () => createSoundPage({ document, devices: computer.devices as unknown as MediaDevices, choosesOutputs: true });

  it('tries a ring until it is stopped, and leaves nothing behind', async () => {
    const stop = page().ring({ tone: 'harp', volume: 0.4, devices: [null] }, () => undefined);
    await vi.waitFor(() => expect(sounding()).toEqual([['/sounds/ring/harp.wav', 0.4]]));
    stop();
    expect(document.querySelectorAll('audio')).toHaveLength(0);
  });

  it('stops a ring by itself after a while', async () => {
    vi.useFakeTimers();
    const ended = vi.fn();
    page().ring({ tone: 'harp', volume: 1, devices: [null] }, ended);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect([ended.mock.calls.length, document.querySelectorAll('audio').length]).toEqual([1, 0]);
  });

  it('says why there is no level', async () => {
    computer.failure = 'NotReadableError';
    expect(await page().openMeter(DEFAULT_MICROPHONE, () => undefined)).toEqual({ fault: 'busy' });
  });
});
