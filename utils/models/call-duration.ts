import type { CallView } from '@/utils/contract/phone-state';

/** Whole seconds since the answer; null before it. Stops when the call has ended. */
export function callSeconds(call: Pick<CallView, 'answeredAt' | 'endedAt'>, now: number): number | null {
  if (call.answeredAt === null) return null;
  return Math.max(0, Math.floor(((call.endedAt ?? now) - call.answeredAt) / 1000));
}

/** `2:41` as `02:41`; an hour and more as `1:02:41`. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Whole seconds left until `at`, never negative. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
