import * as v from 'valibot';
import type { Change } from '@/utils/contract/change-feed';
import type { Clock } from '@/utils/contract/clock';
import { orderedCallSchema, type OrderedCall } from '@/utils/contract/ordered-call';

/** How it came out is shown so long. Milliseconds, as all here. */
const SHOWN = 5_000;
/** No set-up takes longer: what is told of an older one is history, and a server that went away tells no end. */
const LONGEST = 120_000;

export interface OrderedCallListOptions {
  readonly clock: Clock;
  readonly changed: (calls: readonly OrderedCall[]) => void;
}

/** Calls that the server sets up with another phone, by what the change feed tells of them. */
export class OrderedCallList {
  readonly #options: OrderedCallListOptions;
  #calls: readonly OrderedCall[] = [];
  readonly #removals = new Map<string, () => void>();

  constructor(options: OrderedCallListOptions) {
    this.#options = options;
  }

  take(changes: readonly Change[]): void {
    for (const { op, item } of changes) {
      const parsed = op === 'put' ? v.safeParse(orderedCallSchema, item) : null;
      if (parsed?.success) this.put(parsed.output);
    }
  }

  put(call: OrderedCall): void {
    const { clock } = this.#options;
    const age = Math.max(0, clock.now() - Date.parse(call.startedAt));
    const known = this.#calls.find(({ id }) => id === call.id);
    const over = call.state === 'connected' || call.state === 'ended';
    // The end of a call that went on elsewhere is no news here.
    if (!known && (age > LONGEST || over)) return;
    // The answer to the order may come after what the feed told.
    if (known && call.state === 'calling-phone') return;
    this.#removals.get(call.id)?.();
    this.#removals.set(call.id, clock.after(over ? SHOWN : LONGEST, () => this.#remove(call.id)));
    this.#set(known ? this.#calls.map((one) => (one === known ? call : one)) : [...this.#calls, call]);
  }

  clear(): void {
    for (const cancel of this.#removals.values()) cancel();
    this.#removals.clear();
    if (this.#calls.length > 0) this.#set([]);
  }

  #remove(id: string): void {
    this.#removals.delete(id);
    this.#set(this.#calls.filter((one) => one.id !== id));
  }

  #set(calls: readonly OrderedCall[]): void {
    this.#calls = Object.freeze([...calls]);
    this.#options.changed(this.#calls);
  }
}
