import type { Timers } from '@/server/telephony/embedded/timers';

/** Time that passes only when a test says so. */
export interface ManualTimers extends Timers {
  readonly pending: number;
  /** Runs, in their order, the timers due within the next `ms`. */
  pass(ms: number): void;
}

export function createManualTimers(): ManualTimers {
  let now = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    clear: () => (timers = []),
    get pending() {
      return timers.length;
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        timers = timers.filter((other) => other !== next);
        next.run();
      }
      now = end;
    },
  };
}
