import type { Clock } from '@/utils/contract/clock';

interface Timer {
  at: number;
  readonly every: number | null;
  readonly run: () => void;
}

/** Time that moves only when the test says so. */
export class SteppedClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(start = Date.UTC(2026, 0, 12, 8)) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;
  readonly after = (ms: number, run: () => void): (() => void) => this.#add({ at: this.#now + ms, every: null, run });
  readonly every = (ms: number, run: () => void): (() => void) => this.#add({ at: this.#now + ms, every: ms, run });

  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = next.at;
      if (next.every === null) this.#timers.delete(next);
      else next.at += next.every;
      next.run();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
}
