import { describe, expect, it, vi } from 'vitest';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import { followState } from '@/utils/messaging/connect-state';
import { openEarlyPort, takeEarlyPort } from '@/utils/messaging/early-port';
import { createStateServer } from '@/utils/messaging/serve-state';
import { FakePortServer } from '@/tests/support/fake-port';
import { popupSender } from '@/tests/support/senders';

const missed = (count: number) => ({ ...EMPTY_PHONE_STATE, ready: true, missed: count });

function stage() {
  const ports = new FakePortServer();
  const host = createStateServer(missed(1));
  ports.addListener((port) => host.add(port));
  const scope = {};
  const connect = vi.fn((name: string) => ports.connect(name, popupSender));
  openEarlyPort(scope, connect);
  const take = () => takeEarlyPort(scope) ?? connect('phone-state');
  return { ports, host, connect, take };
}

describe('the port that is opened before the modules are there', () => {
  it('gives what came meanwhile and what comes, over one connection', async () => {
    const { host, connect, take } = stage();
    host.update(missed(2));
    await Promise.resolve();
    const { state, connected, dispose } = followState({ connect: take, ensureHost: async () => undefined, wait: async () => undefined });
    expect(state.value).toEqual(missed(2));
    host.update(missed(3));
    await vi.waitFor(() => expect(state.value).toEqual(missed(3)));
    expect([connected.value, connect.mock.calls]).toEqual([true, [['phone-state']]]);
    dispose();
  });

  it('is not taken when it has closed meanwhile', async () => {
    const { ports, host, connect, take } = stage();
    ports.die();
    await Promise.resolve();
    ports.addListener((port) => host.add(port));
    const { state } = followState({ connect: take, ensureHost: async () => undefined, wait: async () => undefined });
    await vi.waitFor(() => expect(state.value).toEqual(missed(1)));
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('is taken once: a host that comes back is connected to anew', async () => {
    const { ports, host, connect, take } = stage();
    await Promise.resolve();
    const { state } = followState({ connect: take, ensureHost: async () => ports.addListener((port) => host.add(port)), wait: async () => undefined });
    host.update(missed(7));
    ports.die();
    await vi.waitFor(() => expect(connect).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(state.value).toEqual(missed(7)));
  });

  it('keeps nothing of what comes once somebody listens', async () => {
    const { host, take } = stage();
    const port = take();
    const listener = vi.fn();
    port.onMessage.addListener(listener);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
    host.update(missed(2));
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
    const late = vi.fn();
    port.onMessage.addListener(late);
    expect(late).not.toHaveBeenCalled();
  });
});
