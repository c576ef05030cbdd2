/** A network that only may have changed moves calls so often at most. Milliseconds. */
const RARELY = 15_000;

/** Remembers that the network changed, until media can be moved: the other sides must be told, over a connection that works. */
export class NetworkMoves {
  readonly #now: () => number;
  #changed = false;
  #lastMove = Number.NEGATIVE_INFINITY;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The browser said so. */
  changed(): void {
    this.#changed = true;
  }

  /**
   * There is a connection to tell others by: whether calls are to be moved now. `anew`: the one before did not outlive the change,
   * so it was a real one; otherwise it may have been a mere change of figures.
   */
  moves(anew: boolean): boolean {
    if (!this.#changed) return false;
    this.#changed = false;
    if (!anew && this.#now() - this.#lastMove < RARELY) return false;
    this.#lastMove = this.#now();
    return true;
  }
}
