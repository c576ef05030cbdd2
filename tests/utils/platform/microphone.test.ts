import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MICROPHONE } from '@/utils/contract/audio';
import { EMPTY_PHONE_STATE, type CallView, type PhoneState } from '@/utils/contract/phone-state';
import { askMicrophone } from '@/utils/platform/microphone/ask-microphone';
import { createChromeMicrophone, KEEP_OPEN_MS } from '@/utils/platform/microphone/chrome-microphone';
import { AFTER_CALL_MS, closeWhenIdle, WITHOUT_CALL_MS } from '@/utils/platform/microphone/close-when-idle';
import { createFirefoxMicrophone } from '@/utils/platform/microphone/firefox-microphone';
import { createLending } from '@/utils/platform/microphone/lend-microphone';
import { FakeComputer } from '@/tests/support/fake-computer';
import { FakeClock } from '@/tests/support/fake-clock';

let computer: FakeComputer;
let clock: FakeClock;
beforeEach(() => {
  computer = new FakeComputer();
  clock = new FakeClock();
});

describe('the microphone in Chrome', () => {
  const make = () => createChromeMicrophone({ ...computer, clock });

  it('tells when the permission or the devices change, until nobody wants to know', async () => {
    const told = vi.fn();
    const stop = make().watchState(told);
    await Promise.resolve();
    computer.status.dispatchEvent(new Event('change'));
    computer.changes.dispatchEvent(new Event('devicechange'));
    expect(told).toHaveBeenCalledTimes(2);
    stop();
    computer.status.dispatchEvent(new Event('change'));
    computer.changes.dispatchEvent(new Event('devicechange'));
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('is opened once for calls that follow each other, and closed some seconds after the last', async () => {
    const microphone = make();
    const first = await microphone.acquire();
    microphone.release();
    await clock.step(KEEP_OPEN_MS - 1);
    expect(await microphone.acquire()).toBe(first);
    microphone.release();
    await clock.step(KEEP_OPEN_MS);
    expect(computer.opened.map(({ stopped }) => stopped())).toEqual([true]);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
  ])('%s is %s, and the next try is a new one', async (name, reason) => {
    const microphone = make();
    computer.failure = name;
    await expect(microphone.acquire()).rejects.toMatchObject({ reason });
    computer.failure = null;
    await expect(microphone.acquire()).resolves.toBeDefined();
  });

  it('is not even tried when the browser has said no', async () => {
    computer.permission = 'denied';
    await expect(make().acquire()).rejects.toMatchObject({ reason: 'refused' });
    expect(computer.opened).toEqual([]);
  });

  it('goes over to what is left when the headset is pulled out in a call', async () => {
    const microphone = make();
    const heard: string[] = [];
    microphone.subscribe(({ kind }) => heard.push(kind));
    await microphone.acquire();
    computer.opened[0]?.track.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(heard).toEqual(['lost', 'back']));
  });

  it('tells its state without opening it', async () => {
    const microphone = make();
    expect(await microphone.state()).toBe('granted');
    computer.plugged = false;
    expect(await microphone.state()).toBe('missing');
    computer.permission = 'prompt';
    expect(await microphone.state()).toBe('prompt');
    expect(computer.opened).toEqual([]);
  });
});

describe('the microphone in Firefox', () => {
  const make = (openWindow: () => Promise<void> = async () => undefined) =>
    createFirefoxMicrophone({ openWindow, state: async () => 'granted', watchState: () => () => undefined });
  const stream = () => ({}) as MediaStream;
  const lender = (beside = false) => ({ ask: vi.fn(), change: vi.fn(async () => null), giveBack: vi.fn(), beside, createContext: () => new AudioContext() });

  it('is lent by the call window, which is opened for it once', async () => {
    const openWindow = vi.fn(async () => undefined);
    const microphone = make(openWindow);
    const two = [microphone.acquire(), microphone.acquire()];
    const lent = stream();
    microphone.desk.lend(lent, lender());
    expect(await Promise.all(two)).toEqual([lent, lent]);
    expect(await microphone.acquire()).toBe(lent);
    expect(openWindow).toHaveBeenCalledTimes(1);
  });

  it('is refused when the person says no or closes the window', async () => {
    const microphone = make();
    const refused = microphone.acquire();
    microphone.desk.refused('missing');
    await expect(refused).rejects.toMatchObject({ reason: 'missing' });
    const closed = microphone.acquire();
    microphone.desk.closing();
    await expect(closed).rejects.toMatchObject({ reason: 'refused' });
  });

  it('is asked for again in a window whose first question was waved away', async () => {
    const microphone = make();
    const asked = lender();
    microphone.desk.attach(asked);
    const first = microphone.acquire();
    microphone.desk.refused('refused');
    await expect(first).rejects.toMatchObject({ reason: 'refused' });
    const second = microphone.acquire();
    expect(asked.ask).toHaveBeenCalledTimes(2);
    const lent = stream();
    microphone.desk.lend(lent, lender());
    expect(await second).toBe(lent);
  });

  it('is lost with the window in a call, and back with the next one', async () => {
    const microphone = make();
    const heard: string[] = [];
    microphone.subscribe(({ kind }) => heard.push(kind));
    const call = microphone.acquire();
    microphone.desk.lend(stream(), lender());
    await call;
    microphone.desk.closing();
    microphone.desk.closing();
    microphone.desk.lend(stream(), lender());
    expect(heard).toEqual(['lost', 'back']);
  });

  it('is not missed when the window closes after the call', async () => {
    const microphone = make();
    const heard: string[] = [];
    microphone.subscribe(({ kind }) => heard.push(kind));
    const call = microphone.acquire();
    microphone.desk.lend(stream(), lender());
    await call;
    microphone.release();
    microphone.desk.closing();
    expect(heard).toEqual([]);
  });

  it('is asked of a page only when somebody waits for it, then at once', async () => {
    const microphone = make();
    const early = lender();
    microphone.desk.attach(early);
    expect([early.ask.mock.calls.length, microphone.needsWindow()]).toEqual([0, false]);
    microphone.desk.closing(early);
    void microphone.acquire().catch(() => undefined);
    // A window that is being opened for it is not taken for one that is no longer wanted.
    expect(microphone.needsWindow()).toBe(true);
    const late = lender();
    microphone.desk.attach(late);
    expect(late.ask).toHaveBeenCalledTimes(1);
  });

  it('is lent by the sidebar without a window, given back after the call, and replaced when it is closed', async () => {
    const openWindow = vi.fn(async () => undefined);
    const microphone = make(openWindow);
    const heard: string[] = [];
    microphone.subscribe(({ kind }) => heard.push(kind));
    const sidebar = lender(true);
    const other = lender(true);
    microphone.desk.attach(other);
    microphone.desk.attach(sidebar);
    const call = microphone.acquire();
    microphone.desk.lend(stream(), sidebar);
    await call;
    // The call window closing changes nothing for it.
    microphone.desk.closing();
    microphone.desk.closing(sidebar);
    expect([heard, other.ask.mock.calls.length]).toEqual([['lost'], 1]);
    microphone.desk.lend(stream(), other);
    microphone.release();
    expect([heard, other.giveBack.mock.calls.length]).toEqual([['lost', 'back'], 1]);
    expect(openWindow).not.toHaveBeenCalled();
  });
});

describe('the call window', () => {
  it('lends, lends again after the headset was pulled out, and gives back on closing', async () => {
    const desk = { wanted: () => DEFAULT_MICROPHONE, attach: vi.fn(), lend: vi.fn(), refused: vi.fn(), closing: vi.fn() };
    const told: string[] = [];
    const lending = createLending({ ...computer, desk, tell: (state) => told.push(state) });
    await lending.ask();
    expect(lending.lending.value).toBe(true);
    computer.opened[0]?.track.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(desk.lend).toHaveBeenCalledTimes(2));
    lending.close();
    expect(computer.opened[1]?.stopped()).toBe(true);
    expect(desk.closing).toHaveBeenCalledTimes(2);
    expect(told).toEqual(['granted', 'granted']);
  });

  it('says why it cannot lend', async () => {
    const desk = { wanted: () => DEFAULT_MICROPHONE, attach: vi.fn(), lend: vi.fn(), refused: vi.fn(), closing: vi.fn() };
    const told: string[] = [];
    computer.failure = 'NotFoundError';
    await createLending({ ...computer, desk, tell: (state) => told.push(state) }).ask();
    expect(desk.refused).toHaveBeenCalledWith('missing');
    expect(told).toEqual(['missing']);
  });

  it('closes itself some seconds after the call, and not before', async () => {
    const call = { state: 'active' } as CallView;
    const state = signal<PhoneState>({ ...EMPTY_PHONE_STATE, calls: [call] });
    const close = vi.fn();
    closeWhenIdle({ state, clock, close });
    await clock.step(WITHOUT_CALL_MS * 2);
    expect(close).not.toHaveBeenCalled();
    state.value = { ...state.value, calls: [{ ...call, state: 'ended' }] };
    await clock.step(AFTER_CALL_MS - 1);
    state.value = { ...state.value, missed: 1 };
    expect(close).not.toHaveBeenCalled();
    await clock.step(1);
    expect(close).toHaveBeenCalledTimes(1);
  });
});

describe('asking on the welcome page', () => {
  it.each([
    [null, 'granted', 'granted'],
    ['NotAllowedError', 'denied', 'denied'],
    ['NotAllowedError', 'prompt', 'prompt'],
    ['NotFoundError', 'granted', 'missing'],
    ['NotReadableError', 'granted', 'granted'],
  ] as const)('%s with permission %s is %s', async (failure, permission, state) => {
    computer.failure = failure;
    computer.permission = permission;
    expect(await askMicrophone(computer)).toBe(state);
    expect(computer.opened.every(({ stopped }) => stopped())).toBe(true);
  });
});
