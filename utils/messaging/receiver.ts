import * as v from 'valibot';
import { commandSchemas } from '@/utils/contract/commands';
import type { Logger } from '@/utils/contract/logger';
import { callerOf, mayAsk, type Caller, type FrameKey, type OwnIdentity } from './caller';
import type { AnswerOf, InputOf, MessageName, Messenger } from './messenger';
import { shellMessageSchemas } from './shell-messages';

export interface ReceiverOptions {
  readonly messenger: Messenger;
  readonly own: OwnIdentity;
  /** Whether a panel frame holds the ticket; the shell, which hears no panel, says no. */
  readonly redeemed: (frame: FrameKey) => boolean;
  readonly log: Logger;
}

export interface Receiver {
  on<N extends MessageName>(name: N, run: (input: InputOf<N>, caller: Caller) => Promise<AnswerOf<N>>): void;
  dispose(): void;
}

const schemas: Readonly<Record<MessageName, v.GenericSchema>> = { ...commandSchemas, ...shellMessageSchemas };

/** The door of one context: sender, then input, then the handler; whatever goes wrong has an answer. */
export function createReceiver({ messenger, own, redeemed, log }: ReceiverOptions): Receiver {
  const ends: (() => void)[] = [];
  return {
    on(name, run) {
      const listener = async (data: unknown, sender: Parameters<typeof callerOf>[0]) => {
        const caller = callerOf(sender, own);
        if (!mayAsk(caller, name, redeemed)) {
          log.warn('message refused', { name, from: caller.kind });
          return { ok: false, error: 'not-allowed' };
        }
        const input = v.safeParse(schemas[name], data);
        if (!input.success) return { ok: false, error: insecure(input.issues) ? 'insecure-server' : 'invalid-input' };
        try {
          return await run(input.output as InputOf<typeof name>, caller);
        } catch (error) {
          log.error('message failed', { name, error: error instanceof Error ? error.message : String(error) });
          return { ok: false, error: 'internal' };
        }
      };
      ends.push(messenger.receive(name, listener));
    },
    dispose() {
      for (const end of ends.splice(0)) end();
    },
  };
}

/** The one fault of a filled-in form that has a sentence of its own. */
function insecure(issues: readonly { readonly message: string }[]): boolean {
  return issues.some(({ message }) => message === 'insecure-url');
}
