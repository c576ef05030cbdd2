/**
 * The life of one call as this device sees it.
 *
 *   dialling ──progress──▶ alerting ──answered──▶ active ──ended──▶ ended
 *      │                      │                     ▲
 *      └──────ended──────┐    └──ended──▶ ended     │
 *                        ▼                          │
 *                      ended                        │
 *   ringing ──accept──▶ answering ──answered────────┘
 *      └──ended──▶ ended    └──ended──▶ ended
 *
 * `dialling`: INVITE sent or about to be; `alerting`: 18x received (outgoing);
 * `ringing`: INVITE received; `answering`: the user answered, the 200 is not yet acknowledged.
 */
export type CallState = 'dialling' | 'alerting' | 'ringing' | 'answering' | 'active' | 'ended';
export type CallEvent = 'progress' | 'accept' | 'answered' | 'ended';

const TRANSITIONS: Readonly<Record<CallState, Partial<Record<CallEvent, CallState>>>> = Object.freeze({
  dialling: { progress: 'alerting', answered: 'active', ended: 'ended' },
  alerting: { progress: 'alerting', answered: 'active', ended: 'ended' },
  ringing: { accept: 'answering', ended: 'ended' },
  answering: { answered: 'active', ended: 'ended' },
  active: { ended: 'ended' },
  ended: {},
});

export class ImpossibleCallTransition extends Error {
  constructor(
    readonly state: CallState,
    readonly event: CallEvent,
  ) {
    super(`a call in state ${state} cannot take the event ${event}`);
    this.name = 'ImpossibleCallTransition';
  }
}

/** The state after `event`. Throws {@link ImpossibleCallTransition} where the table has no entry. */
export function nextCallState(state: CallState, event: CallEvent): CallState {
  const next = TRANSITIONS[state][event];
  if (next === undefined) throw new ImpossibleCallTransition(state, event);
  return next;
}

export function isLive(state: CallState): boolean {
  return state !== 'ended';
}
