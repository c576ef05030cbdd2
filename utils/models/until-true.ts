import { effect } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';

/** Resolves as soon as this holds, looked at again whenever a signal it reads changes, or after `ms`; with whether it held. */
export function untilTrue(holds: () => boolean, ms: number, clock: Pick<Clock, 'after'>): Promise<boolean> {
  return new Promise((resolve) => {
    const late = clock.after(ms, () => done(false));
    let stop: (() => void) | null = null;
    let over = false;
    const done = (held: boolean) => {
      if (over) return;
      over = true;
      late();
      // An effect cannot be ended while it runs for the first time.
      queueMicrotask(() => stop?.());
      resolve(held);
    };
    stop = effect(() => {
      if (holds()) done(true);
    });
  });
}
