import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MICROPHONE, type MicrophoneSettings } from '@/utils/contract/audio';
import { createChromeMicrophone } from '@/utils/platform/microphone/chrome-microphone';
import { createFirefoxMicrophone } from '@/utils/platform/microphone/firefox-microphone';
import { createLending } from '@/utils/platform/microphone/lend-microphone';
import { FakeClock } from '@/tests/support/fake-clock';
import { FakeComputer } from '@/tests/support/fake-computer';

const JABRA: MicrophoneSettings = { ...DEFAULT_MICROPHONE, deviceId: 'jabra' };
let computer: FakeComputer;
beforeEach(() => {
  computer = new FakeComputer();
  computer.ids = ['jabra', 'desk'];
});

const chrome = () => createChromeMicrophone({ ...computer, clock: new FakeClock() });
/** A background page and the call window that lends to it. */
function firefox() {
  const microphone = createFirefoxMicrophone({ openWindow: async () => undefined, state: async () => 'granted', watchState: () => () => undefined });
  createLending({ ...computer, desk: microphone.desk, tell: () => undefined });
  return microphone;
}

describe.each([
  ['Chrome', chrome],
  ['Firefox', firefox],
])('the chosen microphone in %s', (_, make) => {
  it('is opened for the call, with the processing that was chosen', async () => {
    const microphone = make();
    await microphone.use({ ...JABRA, noiseSuppression: false });
    await microphone.acquire();
    expect(computer.opened.map(({ audio }) => audio)).toEqual([
      { deviceId: { exact: 'jabra' }, echoCancellation: true, noiseSuppression: false, autoGainControl: true, channelCount: 1 },
    ]);
  });

  it('takes over in a call: it is open before the one before is let go', async () => {
    const microphone = make();
    await microphone.acquire();
    const openThen: (string | undefined)[][] = [];
    microphone.subscribe(() => openThen.push(computer.open));
    await microphone.use(JABRA);
    expect([openThen, computer.open]).toEqual([[['system', 'jabra']], ['jabra']]);
  });

  it('is not opened anew for what it is already', async () => {
    const microphone = make();
    await microphone.use(JABRA);
    await microphone.acquire();
    await microphone.use({ ...JABRA });
    expect(computer.opened).toHaveLength(1);
  });

  it('leaves the one before in use when it cannot be opened', async () => {
    const microphone = make();
    await microphone.acquire();
    const told = vi.fn();
    microphone.subscribe(told);
    computer.failure = 'NotReadableError';
    await expect(microphone.use(JABRA)).rejects.toMatchObject({ reason: 'busy' });
    expect([computer.open, told.mock.calls]).toEqual([['system'], []]);
  });

  it('has the system’s own as stand-in while it is unplugged, in a call too, and takes over when it is back', async () => {
    const microphone = make();
    await microphone.use(JABRA);
    await microphone.acquire();
    const told: string[] = [];
    microphone.subscribe(({ kind }) => told.push(kind));
    computer.ids = [];
    computer.opened[0]?.track.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(told).toEqual(['lost', 'back']));
    // What the list says then is what is used already.
    await microphone.use(DEFAULT_MICROPHONE);
    expect(computer.opened).toHaveLength(2);
    computer.ids = ['jabra'];
    await microphone.use(JABRA);
    expect([told, computer.open]).toEqual([['lost', 'back', 'back'], ['jabra']]);
  });

  it('of two changes at once the last one holds', async () => {
    const microphone = make();
    await microphone.acquire();
    await Promise.all([microphone.use(JABRA), microphone.use({ ...DEFAULT_MICROPHONE, deviceId: 'desk' })]);
    expect(computer.open).toEqual(['desk']);
  });
});

it('between calls Chrome lets go of the one before at once', async () => {
  const microphone = chrome();
  await microphone.acquire();
  microphone.release();
  await microphone.use(JABRA);
  await vi.waitFor(() => expect(computer.open).toEqual([]));
  await microphone.acquire();
  expect(computer.open).toEqual(['jabra']);
});
