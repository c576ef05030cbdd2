import { expect, it } from 'vitest';
import type { CommandError } from '@/utils/contract/commands';
import type { SendCommand } from '@/utils/messaging/send-command';
import { pressNotificationButton } from '@/utils/platform/shell/notification-buttons';

async function press(id: string, button: number, error?: CommandError) {
  const sent: unknown[] = [];
  const told: CommandError[] = [];
  const command = (async (name, input) => {
    sent.push([name, input]);
    return error === undefined ? { ok: true } : { ok: false, error };
  }) as SendCommand;
  await pressNotificationButton(id, button, { command, notice: async (one) => void told.push(one) });
  return { sent, told };
}

it.each([
  [0, 'phone.answer'],
  [1, 'phone.decline'],
])('button %i of a call’s notification: %s', async (button, name) => {
  expect(await press('incoming:c1', button)).toEqual({ sent: [[name, { callId: 'c1' }]], told: [] });
});

it('says why a call could not be answered', async () => {
  expect((await press('incoming:c1', 0, 'microphone-refused')).told).toEqual(['microphone-refused']);
  expect((await press('incoming:c1', 0, 'no-such-call')).told).toEqual([]);
});

it('is of no other notification', async () => {
  expect((await press('call-failed', 0)).sent).toEqual([]);
});
