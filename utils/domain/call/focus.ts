import type { CallState } from './call-state';

/** Live calls at most, those that ring included. */
export const MAX_CALLS = 6;

export interface FocusCall {
  readonly id: string;
  readonly state: CallState;
}

/** What becomes of the active call when another one is answered. */
export type Others = 'hold' | 'end';

export type FocusRequest =
  | { readonly kind: 'dial' }
  | { readonly kind: 'answer'; readonly callId: string; readonly others: Others }
  | { readonly kind: 'resume'; readonly callId: string };

export type FocusDecision =
  | { readonly ok: true; readonly hold: readonly string[]; readonly end: readonly string[] }
  | { readonly ok: false; readonly error: 'too-many-calls' | 'call-being-set-up' };

/**
 * One person talks in one call at a time. What happens to the others, by what is asked and their state:
 *
 *   asked    dialling, alerting   answering   active        held, transferring, ringing
 *   dial     refused              refused     hold          stays
 *   answer   end                  refused     hold or end   stays
 *   resume   end                  refused     hold          stays
 *
 * A call that is being set up cannot be held, and its answer would make a second active one: so only one is, and whoever turns to
 * another call gives it up. One being answered is there in a moment and is waited for.
 */
export function decideFocus(request: FocusRequest, calls: readonly FocusCall[]): FocusDecision {
  const others = calls.filter(({ id, state }) => state !== 'ended' && (request.kind === 'dial' || id !== request.callId));
  const ids = (...states: readonly CallState[]) => others.filter(({ state }) => states.includes(state)).map(({ id }) => id);

  const calling = ids('dialling', 'alerting');
  if (ids('answering').length > 0 || (request.kind === 'dial' && calling.length > 0)) return { ok: false, error: 'call-being-set-up' };
  if (request.kind === 'dial' && others.length >= MAX_CALLS) return { ok: false, error: 'too-many-calls' };
  const active = ids('active');
  return request.kind === 'answer' && request.others === 'end'
    ? { ok: true, hold: [], end: [...calling, ...active] }
    : { ok: true, hold: active, end: calling };
}

/** Whether one more caller may ring here. */
export function hasRoom(calls: readonly FocusCall[]): boolean {
  return calls.filter(({ state }) => state !== 'ended').length < MAX_CALLS;
}
