import type { AnswerOf, InputOf, MessageName, Messenger, Sender } from '@/utils/messaging/messenger';

type Listener = (input: unknown, sender: Sender) => Promise<unknown>;

/** `runtime.sendMessage` between contexts: whoever has the name answers, with the sender the browser would stamp. */
export class FakeBus {
  readonly #listeners = new Map<MessageName, Listener>();
  readonly heard: { name: MessageName; input: unknown }[] = [];

  /** A messenger for one context. */
  context(sender: Sender): Messenger {
    return {
      send: async <N extends MessageName>(name: N, input: InputOf<N>) => {
        const listener = this.#listeners.get(name);
        if (!listener) throw new Error('Could not establish connection. Receiving end does not exist.');
        this.heard.push({ name, input });
        return (await listener(structuredClone(input), sender)) as AnswerOf<N>;
      },
      receive: (name, listener) => {
        if (this.#listeners.has(name)) throw new Error(`${name} is registered in two contexts`);
        this.#listeners.set(name, listener);
        return () => this.#listeners.delete(name);
      },
    };
  }
}
