import type { Clock } from '@/utils/contract/clock';

export interface HandClock extends Clock {
  advance(ms: number): void;
}

interface Timer {
  at: number;
  readonly run: () => void;
  readonly every: number | null;
}

/** Time that moves when the test says so; timers run in their order. */
export function createHandClock(start: number): HandClock {
  let now = start;
  const timers = new Set<Timer>();
  const add = (timer: Timer) => {
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const next = (limit: number) => [...timers].filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (ms, run) => add({ at: now + ms, run, every: null }),
    every: (ms, run) => add({ at: now + ms, run, every: ms }),
    advance(ms) {
      const end = now + ms;
      for (let timer = next(end); timer; timer = next(end)) {
        now = timer.at;
        if (timer.every === null) timers.delete(timer);
        else timer.at += timer.every;
        timer.run();
      }
      now = end;
    },
  };
}
