import type { CallView } from '@/utils/contract/phone-state';
import type { ContactBook, ContactNames } from './adapters';

/** Names of the signed-in account's own contacts, at hand when a call comes. */
export class CallerNames {
  readonly #book: ContactBook;
  readonly #changed: () => void;
  #names: ContactNames = new Map();
  #stop: (() => void) | null = null;

  constructor(book: ContactBook, changed: () => void) {
    this.#book = book;
    this.#changed = changed;
  }

  /** Null: nobody's. */
  follow(account: string | null): void {
    this.#stop?.();
    this.#names = new Map();
    this.#stop =
      account === null
        ? null
        : this.#book.follow(account, (names) => {
            this.#names = names;
            this.#changed();
          });
  }

  /** What the user calls somebody goes before what the network says: the name they wrote is the one they know. */
  named(call: CallView): CallView {
    const name = this.#names.get(call.remote.number);
    return name === undefined || name === call.remote.name ? call : { ...call, remote: { ...call.remote, name } };
  }
}
