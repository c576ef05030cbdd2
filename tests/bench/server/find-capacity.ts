import { quantile } from '../statistics';

export interface LoadStep {
  /** What came about, per second. */
  readonly rate: number;
  /** Milliseconds of each that succeeded. */
  readonly times: readonly number[];
  readonly failed: number;
}

export const P99_LIMIT_MS = 200;

/**
 * Offers more and more a second until the 99th percentile passes 200 ms or one in a hundred fails; gives the highest rate
 * that held. `offer` runs one step at the rate it is given.
 */
export async function findCapacity(name: string, rates: readonly number[], offer: (rate: number) => Promise<LoadStep>): Promise<number> {
  let best = 0;
  for (const rate of rates) {
    const step = await offer(rate);
    const p99 = quantile(step.times, 0.99);
    const held = step.failed <= 0.01 * (step.times.length + step.failed) && p99 <= P99_LIMIT_MS && step.rate >= rate * 0.95;
    console.log(`  ${name} ${rate}/s: ${step.rate.toFixed(0)}/s came about, p99 ${p99.toFixed(0)} ms, ${step.failed} failed${held ? '' : ' – too much'}`);
    if (!held) return best;
    best = step.rate;
  }
  return best;
}

/** Runs `one` at a steady rate for so long, whatever each takes (an open loop), and waits for the last. */
export async function atRate(rate: number, seconds: number, one: (at: number) => Promise<number>): Promise<LoadStep> {
  const count = Math.round(rate * seconds);
  const started = performance.now();
  const times: number[] = [];
  let failed = 0;
  const running: Promise<void>[] = [];
  await new Promise<void>((resolve) => {
    let next = 0;
    const timer = setInterval(() => {
      for (; next < count && next / rate <= (performance.now() - started) / 1000; next++) {
        running.push(one(next).then((ms) => void times.push(ms), () => void failed++));
      }
      if (next < count) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  const offered = (performance.now() - started) / 1000;
  await Promise.all(running);
  return { rate: times.length / Math.max(offered, seconds), times, failed };
}
