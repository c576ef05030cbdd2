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
  /** A change was not taken: what comes after it must not be, until the server is asked again from the cursor. */
  #broken = false;

  constructor(store: CursorStore) {
    this.#store = store;
  }

  /** The cursor to ask the server from; what it sends from then on is taken. */
  async begin(): Promise<number> {
    await this.#queue;
    this.#broken = false;
    return this.#position();
  }

  /** Changes of one collection. Returns the way to stop. */
  subscribe(collection: string, listener: ChangeListener): () => void {
    const listeners = this.#listeners.get(collection) ?? new Set();
    this.#listeners.set(collection, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Resolves when these changes, and all before them, have been taken. Rejects when one was not: ask again from {@link begin}. */
  take(changes: readonly Change[]): Promise<void> {
    const turn = this.#queue.then(() => this.#take(changes));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #take(changes: readonly Change[]): Promise<void> {
    if (this.#broken) return;
    const before = await this.#position();
    let cursor = before;
    try {
      for (const change of changes) {
        if (change.cursor <= cursor) continue;
        for (const listener of this.#listeners.get(change.collection) ?? []) await listener(change);
        cursor = change.cursor;
      }
    } catch (error) {
      this.#broken = true;
      throw error;
    } finally {
      if (cursor !== before) {
        this.#cursor = cursor;
        await this.#store.setCursor(cursor);
      }
    }
  }

  async #position(): Promise<number> {
    this.#cursor ??= await this.#store.cursor();
    return this.#cursor;
  }
}
