import type { Change } from '@/utils/contract/change-feed';

export interface CursorStore {
  cursor(): Promise<number>;
  setCursor(cursor: number): Promise<void>;
}

export type ChangeListener = (change: Change) => Promise<void> | void;

/**
 * Applies the user's changes in order, each once: what comes again after a reconnect is known by its cursor. The cursor is
 * stored after the change was taken, so a crash between repeats a change and loses none.
 */
export class ChangeFeed {
  readonly #store: CursorStore;
  readonly #listeners = new Map<string, Set<ChangeListener>>();
  #cursor: number | null = null;
  #queue: Promise<void> = Promise.resolve();

  constructor(store: CursorStore) {
    this.#store = store;
  }

  async cursor(): Promise<number> {
    this.#cursor ??= await this.#store.cursor();
    return this.#cursor;
  }

  /** Changes of one collection. Returns the way to stop. */
  subscribe(collection: string, listener: ChangeListener): () => void {
    const listeners = this.#listeners.get(collection) ?? new Set();
    this.#listeners.set(collection, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Resolves when these changes, and all before them, have been taken. */
  take(changes: readonly Change[]): Promise<void> {
    this.#queue = this.#queue.then(() => this.#take(changes));
    return this.#queue;
  }

  async #take(changes: readonly Change[]): Promise<void> {
    let cursor = await this.cursor();
    for (const change of changes) {
      if (change.cursor <= cursor) continue;
      for (const listener of this.#listeners.get(change.collection) ?? []) await listener(change);
      cursor = change.cursor;
    }
    if (cursor === this.#cursor) return;
    this.#cursor = cursor;
    await this.#store.setCursor(cursor);
  }
}
