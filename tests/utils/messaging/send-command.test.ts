import { describe, expect, it } from 'vitest';
import type { Messenger } from '@/utils/messaging/messenger';
import { createSendCommand, HOST_WAIT_MS } from '@/utils/messaging/send-command';
import { FakeBus } from '@/tests/support/fake-messenger';
import { popupSender } from '@/tests/support/senders';

/** Time passes only while something waits. */
function timeline() {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
    },
  };
}

describe('a command', () => {
  it('has the host made where there is none, and is asked again', async () => {
    const bus = new FakeBus();
    const host = bus.context({});
    host.receive('shell.ensureHost', async () => {
      host.receive('phone.hangUp', async () => ({ ok: true }));
      return { ok: true };
    });
    const send = createSendCommand({ messenger: bus.context(popupSender), ...timeline() });
    expect(await send('phone.hangUp', { callId: 'c1' })).toEqual({ ok: true });
  });

  it('gives up after five seconds without a host', async () => {
    const time = timeline();
    const send = createSendCommand({ messenger: new FakeBus().context(popupSender), ...time });
    expect(await send('phone.hangUp', { callId: 'c1' })).toEqual({ ok: false, error: 'internal' });
    expect(time.now()).toBeGreaterThanOrEqual(HOST_WAIT_MS);
    expect(time.now()).toBeLessThan(HOST_WAIT_MS + 1000);
  });

  it('is never sent twice when the host took it and went away', async () => {
    let sent = 0;
    const messenger: Messenger = {
      send: async () => {
        sent += 1;
        throw new Error('A listener indicated an asynchronous response, but the message channel closed before a response was received');
      },
      receive: () => () => undefined,
    };
    const send = createSendCommand({ messenger, ...timeline() });
    expect(await send('phone.dial', { target: '112', source: 'popup' })).toEqual({ ok: false, error: 'internal' });
    expect(sent).toBe(1);
  });
});
