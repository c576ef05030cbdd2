import type { StepAnswer, StepMessage } from '@/utils/platform/page/numbers/number-messages';

/** Names of the manifest's shortcuts. */
const DIRECTIONS: Readonly<Record<string, 1 | -1>> = Object.freeze({ 'next-number': 1, 'previous-number': -1 });

/** `browser.tabs`, as far as the shortcuts need it. */
export interface StepTabs {
  query(query: { active: true; lastFocusedWindow: true }): Promise<readonly { readonly id?: number | undefined }[]>;
  sendMessage(tabId: number, message: StepMessage, options?: { frameId: number }): Promise<StepAnswer | undefined>;
}

/**
 * A shortcut was pressed: the frame of the active tab that has the focus steps to its next number. Where none has it
 * (the person is in the address bar), or that one has no numbers, the page itself does. Pages without a content
 * script hear nothing.
 */
export async function stepNumbers(command: string, tabs: StepTabs): Promise<void> {
  const direction = DIRECTIONS[command];
  if (direction === undefined) return;
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const message: StepMessage = { kind: 'numbers.step', direction, anyway: false };
  const answer = await tabs.sendMessage(tab.id, message).catch(() => undefined);
  if (answer !== 'stepped') await tabs.sendMessage(tab.id, { ...message, anyway: true }, { frameId: 0 }).catch(() => undefined);
}
