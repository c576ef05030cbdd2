import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import type { ContactBook, ContactNames } from './adapters';

/** Names of the signed-in account's own contacts, at hand when a call comes. */
export class CallerNames {
  readonly #book: ContactBook;
  readonly #colleague: (number: string) => string | null;
  readonly #changed: () => void;
  #names: ContactNames = new Map();
  #stop: (() => void) | null = null;

  /** `colleague`: what the company calls who has a number. */
  constructor(book: ContactBook, colleague: (number: string) => string | null, changed: () => void) {
    this.#book = book;
    this.#colleague = colleague;
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

  get all(): { readonly name: string; readonly number: string }[] {
    return [...this.#names].map(([number, name]) => ({ name, number }));
  }

  /** What the user calls somebody goes before what the network says: the name they wrote is the one they know. */
  named(call: CallView): CallView {
    const remote = this.#party(call.remote);
    const by = call.transferredBy && this.#party(call.transferredBy);
    const to = call.transfer && this.#party(call.transfer.to);
    if (remote === call.remote && by === call.transferredBy && to === (call.transfer?.to ?? null)) return call;
    return { ...call, remote, transferredBy: by, transfer: call.transfer && to ? { ...call.transfer, to } : null };
  }

  #party(party: RemoteParty): RemoteParty {
    const name = this.#names.get(party.number) ?? party.name ?? this.#colleague(party.number);
    return name === party.name ? party : { ...party, name };
  }
}
