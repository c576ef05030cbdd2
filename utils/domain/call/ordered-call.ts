/**
 * A call that the PBX sets up for a user: first one of their phones, then the number (third-party call control).
 *
 *   calling-phone ──phone-answered──▶ calling-number ──number-answered──▶ connected
 *        │                                 │                                 │
 *        └── phone-failed, cancelled,      └── number-failed, cancelled,     └── hung-up, cancelled
 *            hung-up ──────────────────────────── hung-up ──────────────────────────▶ ended
 */
export const ORDERED_CALL_STATES = ['calling-phone', 'calling-number', 'connected', 'ended'] as const;
export type OrderedCallState = (typeof ORDERED_CALL_STATES)[number];

export const ORDERED_CALL_ENDS = ['phone-failed', 'number-failed', 'cancelled', 'hung-up'] as const;
export type OrderedCallEnd = (typeof ORDERED_CALL_ENDS)[number];
export type OrderedCallEvent = 'phone-answered' | 'number-answered' | OrderedCallEnd;

const NEXT: Readonly<Record<OrderedCallState, Partial<Record<OrderedCallEvent, OrderedCallState>>>> = Object.freeze({
  'calling-phone': { 'phone-answered': 'calling-number', 'phone-failed': 'ended', cancelled: 'ended', 'hung-up': 'ended' },
  'calling-number': { 'number-answered': 'connected', 'number-failed': 'ended', cancelled: 'ended', 'hung-up': 'ended' },
  connected: { cancelled: 'ended', 'hung-up': 'ended' },
  ended: {},
});

/** Null: cannot happen in this state. What comes after the end is late news, not a mistake. */
export function nextOrderedCallState(state: OrderedCallState, event: OrderedCallEvent): OrderedCallState | null {
  return NEXT[state][event] ?? null;
}
