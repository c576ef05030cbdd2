import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';
import type { PhoneState } from '@/utils/contract/phone-state';
import { isLive } from '@/utils/domain/call/call-state';

export interface CloseWhenIdleOptions {
  readonly state: ReadonlySignal<PhoneState>;
  readonly clock: Pick<Clock, 'after'>;
  readonly close: () => void;
}

/** How long the window says how the call ended. */
export const AFTER_CALL_MS = 4000;
/** A window opened by hand, or for a call that never came, does not keep the microphone for long. */
export const WITHOUT_CALL_MS = 30_000;

/** Closes the call window some seconds after the last call. Returns the way to stop. */
export function closeWhenIdle({ state, clock, close }: CloseWhenIdleOptions): () => void {
  const busy = computed(() => state.value.calls.some((call) => isLive(call.state)));
  let hadCall = false;
  return effect(() => {
    hadCall ||= busy.value;
    if (busy.value) return undefined;
    return clock.after(hadCall ? AFTER_CALL_MS : WITHOUT_CALL_MS, close);
  });
}
