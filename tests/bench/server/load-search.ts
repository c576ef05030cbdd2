import { quantile } from '../statistics';

/** What came of offering a rate for a while. */
export interface LoadStep {
  /** Milliseconds of each that succeeded. */
  readonly times: readonly number[];
  readonly failed: number;
  /** The driver could not start them in time: the machine is full. */
  readonly late: boolean;
}

/** The p99 that a rate must stay under, in milliseconds. */
const LIMIT_MS = 200;
export const STEP_SECONDS = 3;
const FIRST_RATE = 50;
const HIGHEST_RATE = 1_600;

/**
 * The highest rate a second whose p99 stays under 200 ms: three seconds a step, a quarter more each step, after an
 * unrecorded first one. A step that did not hold is offered once more before the search ends, because the browsers and
 * the driver share the machine with the server.
 */
export async function highestRate(name: string, offer: (rate: number) => Promise<LoadStep>): Promise<number> {
  let good = 0;
  // Code that ran once or twice is not what an office meets at nine o'clock.
  await offer(FIRST_RATE);
  for (let rate = FIRST_RATE; rate <= HIGHEST_RATE; rate = Math.round(rate * 1.25)) {
    if (!(await holds(name, rate, offer)) && !(await holds(name, rate, offer))) return good;
    good = rate;
  }
  return good;
}

async function holds(name: string, rate: number, offer: (rate: number) => Promise<LoadStep>): Promise<boolean> {
  const { times, failed, late } = await offer(rate);
  const p99 = quantile(times, 0.99);
  console.log(`  ${name}: ${rate}/s p99 ${p99.toFixed(0)} ms${failed > 0 ? `, ${failed} failed` : ''}${late ? ', offered late' : ''}`);
  return p99 <= LIMIT_MS && failed === 0 && !late;
}

/** Starts `one` at a steady rate, whatever each takes (an open loop), and waits for the last. */
export const openLoop = (one: (at: number) => Promise<number>) => async (rate: number): Promise<LoadStep> => {
  const count = rate * STEP_SECONDS;
  const began = performance.now();
  const running: Promise<number>[] = [];
  while (running.length < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - began) / 1_000) * rate));
    while (running.length < due) running.push(one(running.length));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const late = performance.now() - began > STEP_SECONDS * 1_100;
  const results = await Promise.allSettled(running);
  const times = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return { times, failed: results.length - times.length, late };
};
