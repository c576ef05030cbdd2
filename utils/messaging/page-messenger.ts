import type { AnswerOf, Messenger } from './messenger';

/** What a content script does with messages: it asks. */
export type Asker = Pick<Messenger, 'send'>;

/** `browser.runtime`, as far as a question needs it. */
export interface QuestionRuntime {
  sendMessage(message: object): Promise<unknown>;
}

interface Reply {
  readonly res?: unknown;
  readonly err?: { readonly message?: string } | null;
}

/**
 * The asking half of @webext-core/messaging as its receivers hear it, which a test holds together. The whole library
 * would be a twentieth of what every page loads.
 */
export function createPageMessenger(runtime: () => QuestionRuntime): Asker {
  let id = 0;
  return {
    async send(type, data) {
      // The same words as the library's: `createSendCommand` reads them.
      const { res, err } = ((await runtime().sendMessage({ id: id++, type, data, timestamp: Date.now() })) as Reply | undefined) ?? { err: { message: 'No response' } };
      if (err) throw new Error(err.message);
      return res as AnswerOf<typeof type>;
    },
  };
}
