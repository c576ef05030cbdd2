import type { Clock } from '@/utils/contract/clock';

/** The browser's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};

export function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
