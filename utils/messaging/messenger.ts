import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CommandInput, CommandName, ResultOf } from '@/utils/contract/commands';
import type { ShellMessageInput, ShellMessageName, ShellMessageResult } from './shell-messages';

/** Every message between contexts. A content script has its own messenger, and nothing but the types from here. */
export type Protocol = {
  [N in CommandName]: (input: CommandInput<N>) => ResultOf<N>;
} & {
  [N in ShellMessageName]: (input: ShellMessageInput<N>) => ShellMessageResult<N>;
};
export type MessageName = keyof Protocol;
export type InputOf<N extends MessageName> = Parameters<Protocol[N]>[0];
export type AnswerOf<N extends MessageName> = ReturnType<Protocol[N]>;

/** The part of a messenger that is used here, so that tests can join two contexts without a browser. */
export interface Messenger {
  send<N extends MessageName>(name: N, input: InputOf<N>): Promise<AnswerOf<N>>;
  /** One listener for a name in one context; other contexts neither answer nor close the channel. */
  receive(name: MessageName, listener: (input: unknown, sender: Sender) => Promise<unknown>): () => void;
}

/** Who sent it, as the browser stamped it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** `url` only where the extension may see the tab's address. */
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
  /** Chrome only. */
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
}

export function createMessenger(): Messenger {
  const extension = defineExtensionMessaging<Record<string, (input: unknown) => unknown>>();
  return {
    send: async (name, input) => (await extension.sendMessage(name, input)) as AnswerOf<typeof name>,
    receive: (name, listener) => extension.onMessage(name, ({ data, sender }) => listener(data, sender)),
  };
}
