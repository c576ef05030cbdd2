import { expect, it } from 'vitest';
import { nextOrderedCallState, ORDERED_CALL_ENDS, ORDERED_CALL_STATES, type OrderedCallEvent } from '@/utils/domain/call/ordered-call';

const EVENTS: readonly OrderedCallEvent[] = ['phone-answered', 'number-answered', ...ORDERED_CALL_ENDS];
const ALLOWED: Readonly<Record<string, string>> = {
  'calling-phone phone-answered': 'calling-number',
  'calling-phone phone-failed': 'ended',
  'calling-phone cancelled': 'ended',
  'calling-phone hung-up': 'ended',
  'calling-number number-answered': 'connected',
  'calling-number number-failed': 'ended',
  'calling-number cancelled': 'ended',
  'calling-number hung-up': 'ended',
  'connected cancelled': 'ended',
  'connected hung-up': 'ended',
};

it.each(ORDERED_CALL_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('%s, %s', (state, event) => {
  expect(nextOrderedCallState(state, event)).toBe(ALLOWED[`${state} ${event}`] ?? null);
});
