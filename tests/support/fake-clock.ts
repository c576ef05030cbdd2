import type { Clock } from '@/utils/contract/clock';

interface Timer {
  at: number;
  every: number | null;
  run: () => void;
}

/** A clock stepped by hand; microtasks and immediates run between timers, so that promises settle as they would. */
export class FakeClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(start = 1_700_000_000_000) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    return this.#add({ at: this.#now + ms, every: null, run });
  }

  every(ms: number, run: () => void): () => void {
    return this.#add({ at: this.#now + ms, every: ms, run });
  }

  /** Moves on by `ms`, running what falls due in order. */
  async step(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next.at);
      if (next.every === null) this.#timers.delete(next);
      else next.at += next.every;
      next.run();
      await settle();
    }
    this.#now = until;
    await settle();
  }

  /** The machine sleeps: time passes and nothing runs; what fell due runs once after. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) if (timer.every !== null && timer.at < this.#now) timer.at = this.#now;
  }

  /** Somebody sets the time of day, forwards or (negative) back; timers, which count elapsed time, take no notice. */
  moveTimeOfDay(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.at += ms;
  }

  #next(until: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
}

/** Lets promises, microtasks and queued messages settle. */
export async function settle(turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
