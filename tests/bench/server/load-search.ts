import { quantile } from '../statistics';

/** The p99 that a rate must stay under, in milliseconds. */
const LIMIT_MS = 200;
const STEP_SECONDS = 3;
const FIRST_RATE = 50;
const HIGHEST_RATE = 1_600;

/**
 * The highest rate a second whose p99 stays under 200 ms: offered open-loop for three seconds a step, a quarter more each
 * step, after an unrecorded first one. An error, or more work offered than this process can start in time, ends the search.
 */
export async function highestRate(name: string, start: (at: number) => Promise<number>): Promise<number> {
  let good = 0;
  // Code that ran once or twice is not what an office meets at nine o'clock.
  await offer(FIRST_RATE, start);
  for (let rate = FIRST_RATE; rate <= HIGHEST_RATE; rate = Math.round(rate * 1.25)) {
    const { p99, late, failed } = await offer(rate, start);
    console.log(`  ${name}: ${rate}/s p99 ${p99.toFixed(0)} ms${failed > 0 ? `, ${failed} failed` : ''}${late ? ', offered late' : ''}`);
    if (p99 > LIMIT_MS || failed > 0 || late) return good;
    good = rate;
  }
  return good;
}

async function offer(rate: number, start: (at: number) => Promise<number>): Promise<{ p99: number; late: boolean; failed: number }> {
  const count = rate * STEP_SECONDS;
  const began = performance.now();
  const running: Promise<number>[] = [];
  while (running.length < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - began) / 1_000) * rate));
    while (running.length < due) running.push(start(running.length));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const late = performance.now() - began > STEP_SECONDS * 1_100;
  const results = await Promise.allSettled(running);
  const took = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return { p99: quantile(took, 0.99), late, failed: results.length - took.length };
}
