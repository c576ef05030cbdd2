import { nextAddress, reconnectDelay, type AddressRecord } from './reconnect-policy';

const FRESH: AddressRecord = Object.freeze({ failures: 0, notBefore: 0 });

/** The addresses of one edge, each with a back-off of its own, and the one in use. Times are epoch ms. */
export class ServerAddresses {
  readonly #addresses: readonly string[];
  readonly #random: () => number;
  readonly #records: AddressRecord[];
  #current = 0;

  /** `addresses`: at least one, the preferred one first. */
  constructor(addresses: readonly string[], random: () => number) {
    this.#addresses = addresses;
    this.#random = random;
    this.#records = addresses.map(() => FRESH);
  }

  get current(): string {
    return this.#addresses[this.#current] ?? '';
  }

  get several(): boolean {
    return this.#addresses.length > 1;
  }

  /** Failed tries in a row of the address in use. */
  get failures(): number {
    return this.#record.failures;
  }

  /** What was learned of all is void: another network. */
  forget(): void {
    this.#records.fill(FRESH);
  }

  /** A try at the address in use failed; it is left alone for `atLeast` ms. */
  failed(now: number, atLeast = 0): void {
    this.#set(this.#record.failures + 1, now, atLeast);
  }

  /** A connection to it was lost; `stable`: one that had lasted, so that this is a first failure. */
  lost(now: number, stable: boolean): void {
    this.#set(stable ? 0 : this.#record.failures + 1, now, 0);
  }

  /** Goes on to the next one: in how many milliseconds it may be tried. `another`: at once, with one that has not failed just now. */
  next(now: number): { readonly delay: number; readonly another: boolean } {
    const { index, at } = nextAddress(this.#records, this.#current, now);
    const another = index !== this.#current && at <= now;
    this.#current = index;
    // All phones of an edge change over together: not in one moment.
    return { another, delay: another ? reconnectDelay(0, this.#random()) : at - now };
  }

  get #record(): AddressRecord {
    return this.#records[this.#current] ?? FRESH;
  }

  #set(failures: number, now: number, atLeast: number): void {
    this.#records[this.#current] = { failures, notBefore: now + Math.max(reconnectDelay(failures, this.#random()), atLeast) };
  }
}
