import { describe, expect, it } from 'vitest';
import type { ShellView } from '@/utils/contract/shell-view';
import { createShellLink } from '@/utils/messaging/shell-link';
import { FakeBus } from '@/tests/support/fake-messenger';
import { workerSender } from '@/tests/support/senders';

const view: ShellView = { icon: 'ringing', signedIn: true, account: null, region: null, missed: 0, incoming: null, panel: true };

describe('what the host tells the shell', () => {
  it('arrives although the worker was just going down', async () => {
    const bus = new FakeBus();
    const shown: unknown[] = [];
    const worker = bus.context(workerSender);
    let waits = 0;
    const link = createShellLink(bus.context({}), async () => {
      waits += 1;
      if (waits === 2) worker.receive('shell.present', async (input) => ({ ok: true, shown: shown.push(input) }));
    });
    await link.present(view);
    expect(shown).toEqual([view]);
  });

  it('is given up, and said so, when no worker ever comes', async () => {
    await expect(createShellLink(new FakeBus().context({}), async () => undefined).present(view)).rejects.toThrow();
  });
});
