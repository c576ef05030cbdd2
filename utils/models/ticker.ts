import { signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';

/** Four a second, so that a shown second is never late by more than a quarter. */
const TICK_MS = 250;

/** The present time in epoch ms; it only runs while somebody looks at it. */
export function createTicker(clock: Clock): ReadonlySignal<number> {
  let stop: (() => void) | undefined;
  const now = signal(clock.now(), {
    watched() {
      now.value = clock.now();
      stop = clock.every(TICK_MS, () => {
        now.value = clock.now();
      });
    },
    unwatched() {
      stop?.();
      stop = undefined;
    },
  });
  return now;
}
