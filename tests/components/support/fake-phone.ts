import { signal, type Signal } from '@preact/signals';
import type { CommandError, CommandName, CommandResult } from '@/utils/contract/commands';
import type { PhoneState } from '@/utils/contract/phone-state';
import type { PhoneAdapter } from '@/utils/models/phone-adapter';

export interface FakePhone extends PhoneAdapter {
  readonly state: Signal<PhoneState>;
  readonly sent: { command: CommandName; input: unknown }[];
  /** What the next commands of this name are answered with. */
  answerWith(command: CommandName, error: CommandError, retryAfter?: number): void;
}

/** A phone that remembers what it was asked and does nothing. */
export function createFakePhone(initial: PhoneState): FakePhone {
  const sent: FakePhone['sent'] = [];
  const failures = new Map<CommandName, CommandResult>();
  const reply = async (command: CommandName, input: unknown) => {
    sent.push({ command, input });
    return failures.get(command) ?? { ok: true, callId: 'call-new' };
  };
  return {
    state: signal(initial),
    sent,
    answerWith: (command, error, retryAfter) =>
      failures.set(command, { ok: false, error, ...(retryAfter !== undefined && { retryAfter }) }),
    send: reply as PhoneAdapter['send'],
  };
}
