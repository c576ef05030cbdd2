import type { CommandError } from '@/utils/contract/commands';
import type { ShellView } from '@/utils/contract/shell-view';
import type { SendCommand } from '@/utils/messaging/send-command';

/** Names of the manifest's shortcuts. */
const MEANINGS: Readonly<Record<string, 'phone.answer' | 'phone.decline'>> = Object.freeze({ 'answer-call': 'phone.answer', 'decline-call': 'phone.decline' });

export interface CallShortcutParts {
  readonly view: () => Promise<Pick<ShellView, 'incoming'>>;
  readonly command: SendCommand;
  readonly notice: (error: CommandError) => Promise<void>;
}

/** Answers or declines the call that rings; nothing rings, nothing happens. No page need be in front, so what went wrong is told by a notification. */
export async function pressCallShortcut(name: string, { view, command, notice }: CallShortcutParts): Promise<void> {
  const meaning = MEANINGS[name];
  if (meaning === undefined) return;
  const { incoming } = await view();
  if (incoming === null) return;
  const result = await command(meaning, { callId: incoming.callId });
  if (!result.ok && result.error !== 'no-such-call') await notice(result.error);
}
