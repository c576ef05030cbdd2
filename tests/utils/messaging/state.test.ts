import { describe, expect, it, vi } from 'vitest';
import { EMPTY_PHONE_STATE, type PhoneState } from '@/utils/contract/phone-state';
import { followState } from '@/utils/messaging/connect-state';
import { createStateServer, type StateServer } from '@/utils/messaging/serve-state';
import { FakePortServer } from '@/tests/support/fake-port';
import { popupSender } from '@/tests/support/senders';

const state = (missed: number): PhoneState => ({ ...EMPTY_PHONE_STATE, ready: true, missed });

function stage() {
  const ports = new FakePortServer();
  let host: StateServer | null = null;
  const startHost = (missed: number) => {
    const made = createStateServer(state(missed));
    ports.addListener((port) => made.add(port));
    host = made;
    return made;
  };
  const follow = (ensureHost: () => Promise<unknown> = async () => undefined) =>
    followState({ connect: () => ports.connect('phone-state', popupSender), ensureHost, wait: async () => undefined });
  return { ports, startHost, follow, host: () => host };
}

describe('the state a surface sees', () => {
  it('is whole at once and patched after', async () => {
    const { startHost, follow } = stage();
    const host = startHost(1);
    const { state: seen, connected } = follow();
    await vi.waitFor(() => expect(connected.value).toBe(true));
    expect(seen.value).toEqual(state(1));
    host.update(state(2));
    host.update({ ...state(2), microphone: 'granted' });
    await vi.waitFor(() => expect(seen.value).toEqual({ ...state(2), microphone: 'granted' }));
  });

  it('sends a second surface the present, not the past', async () => {
    const { startHost, follow } = stage();
    const host = startHost(1);
    host.update(state(5));
    const { state: seen } = follow();
    await vi.waitFor(() => expect(seen.value.missed).toBe(5));
    host.update(state(6));
    await vi.waitFor(() => expect(seen.value.missed).toBe(6));
  });

  it('stays on screen while the host is gone, and follows the next one', async () => {
    const { ports, startHost, follow } = stage();
    startHost(3);
    const meanwhile: [boolean, number][] = [];
    const restarted = vi.fn(async () => {
      meanwhile.push([connected.value, seen.value.missed]);
      startHost(0);
    });
    const { state: seen, connected } = follow(restarted);
    await vi.waitFor(() => expect(seen.value.missed).toBe(3));
    ports.die();
    await vi.waitFor(() => expect(seen.value.missed).toBe(0));
    expect(meanwhile).toEqual([[false, 3]]);
    expect(restarted).toHaveBeenCalledTimes(1);
  });

  it('is fetched whole again when a patch was missed', async () => {
    const ports = new FakePortServer();
    let connects = 0;
    ports.addListener((port) => {
      connects += 1;
      port.postMessage({ kind: 'whole', revision: 4, state: state(connects) });
      if (connects === 1) port.postMessage({ kind: 'patch', revision: 6, patch: [[['missed'], 99]] });
    });
    const { state: seen } = followState({
      connect: () => ports.connect('phone-state', popupSender),
      ensureHost: async () => undefined,
      wait: async () => undefined,
    });
    await vi.waitFor(() => expect(seen.value.missed).toBe(2));
  });

  it('is let go of when the surface is', async () => {
    const { ports, startHost, follow } = stage();
    startHost(1);
    const ensureHost = vi.fn(async () => undefined);
    const { dispose, connected } = follow(ensureHost);
    await vi.waitFor(() => expect(connected.value).toBe(true));
    dispose();
    ports.die();
    await Promise.resolve();
    expect(ensureHost).not.toHaveBeenCalled();
  });
});
