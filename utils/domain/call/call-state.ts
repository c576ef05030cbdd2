/**
 * The life of one call as this device sees it.
 *
 *   dialling ──progress──▶ alerting ──answered──▶ active ──hold──▶ held
 *      │                                          ▲ ▲ ▲             │ ▲ │
 *      └─────────────answered─────────────────────┘ │ └───resume────┘ │ │
 *                                                   │                 │ refer
 *   ringing ──accept──▶ answering ──answered────────┘         returned│ ▼
 *                                                              transferring
 *   each of them ──ended──▶ ended
 *
 * `dialling`: INVITE sent or about to be; `alerting`: 18x received (outgoing);
 * `ringing`: INVITE received; `answering`: the user answered, the 200 is not yet acknowledged;
 * `held`: answered and put aside here, silent both ways. That the other side holds is no state: it may come on top of either;
 * `transferring`: held, and the other side was asked to call somebody else instead (REFER, RFC 3515).
 */
export type CallState = 'dialling' | 'alerting' | 'ringing' | 'answering' | 'active' | 'held' | 'transferring' | 'ended';
export type CallEvent = 'progress' | 'accept' | 'answered' | 'hold' | 'resume' | 'refer' | 'returned' | 'ended';

const TRANSITIONS: Readonly<Record<CallState, Partial<Record<CallEvent, CallState>>>> = Object.freeze({
  dialling: { progress: 'alerting', answered: 'active', ended: 'ended' },
  alerting: { progress: 'alerting', answered: 'active', ended: 'ended' },
  ringing: { accept: 'answering', ended: 'ended' },
  answering: { answered: 'active', ended: 'ended' },
  active: { hold: 'held', ended: 'ended' },
  held: { resume: 'active', refer: 'transferring', ended: 'ended' },
  transferring: { returned: 'held', ended: 'ended' },
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

/** Answered and not over: there is somebody at the other end. */
export function isAnswered(state: CallState): boolean {
  return state === 'active' || state === 'held' || state === 'transferring';
}

/** Answered, and the user's to do something with: talk, hold, hand on. */
export function stands(state: CallState): boolean {
  return state === 'active' || state === 'held';
}

/** Made or being answered, and not yet a conversation. */
export function isSettingUp(state: CallState): boolean {
  return state === 'dialling' || state === 'alerting' || state === 'answering';
}
