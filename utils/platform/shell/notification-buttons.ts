import type { CommandError } from '@/utils/contract/commands';
import type { SendCommand } from '@/utils/messaging/send-command';
import { callOfNotification } from './incoming-notification';

export interface NotificationButtons {
  readonly command: SendCommand;
  readonly notice: (error: CommandError) => Promise<void>;
}

/** A press on Answer (0) or Decline (1); no page need be in front, so what went wrong is told by a notification too. */
export async function pressNotificationButton(id: string, button: number, { command, notice }: NotificationButtons): Promise<void> {
  const callId = callOfNotification(id);
  if (callId === null) return;
  const result = await command(button === 0 ? 'phone.answer' : 'phone.decline', { callId });
  // A call that is over already needs no explanation.
  if (!result.ok && result.error !== 'no-such-call') await notice(result.error);
}
