import { EMPTY_PHONE_STATE, type PhoneState } from '@/utils/contract/phone-state';
import type { StateSource } from './adapters';

/** The one state of the core: frozen snapshots, replaced in parts, so that what did not change is the same object. */
export class StateStore implements StateSource {
  #state: PhoneState = EMPTY_PHONE_STATE;
  readonly #listeners = new Set<(state: PhoneState) => void>();

  get value(): PhoneState {
    return this.#state;
  }

  subscribe(listener: (state: PhoneState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  set(part: Partial<PhoneState>): void {
    const keys = Object.keys(part) as (keyof PhoneState)[];
    if (keys.every((key) => Object.is(this.#state[key], part[key]))) return;
    this.#state = Object.freeze({ ...this.#state, ...part });
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}
