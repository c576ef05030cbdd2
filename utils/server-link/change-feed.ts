import type { Change } from '@/utils/contract/change-feed';

export interface CursorStore {
  cursor(): Promise<number>;
  setCursor(cursor: number): Promise<void>;
}

/** Takes changes that followed each other, so that a client that was away for long stores them together. */
export type ChangeListener = (changes: readonly Change[]) => Promise<void> | void;

/**
 * Applies the user's changes in order, each once: what comes again after a reconnect is known by its cursor. The cursor is
 * stored after the changes were taken, so a crash between repeats changes and loses none.
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
      for (const run of runsOf(changes, before)) {
        for (const listener of this.#listeners.get(run.collection) ?? []) await listener(run.changes);
        cursor = run.cursor;
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

interface Run {
  readonly collection: string;
  readonly changes: Change[];
  /** Of its last change. */
  cursor: number;
}

/** What is new after `cursor`, in order, in runs of one collection. */
function runsOf(changes: readonly Change[], cursor: number): Run[] {
  const runs: Run[] = [];
  let last = cursor;
  for (const change of changes) {
    if (change.cursor <= last) continue;
    last = change.cursor;
    const run = runs.at(-1);
    if (run?.collection === change.collection) {
      run.changes.push(change);
      run.cursor = last;
    } else runs.push({ collection: change.collection, changes: [change], cursor: last });
  }
  return runs;
}
