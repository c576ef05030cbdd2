import { isSettingUp, stands, type CallState } from './call-state';

export interface JoinedCall {
  readonly id: string;
  readonly state: CallState;
  /** The call this one consults for. */
  readonly consultFor: string | null;
  readonly conference: boolean;
}

export type TransferKind = 'blind' | 'attended';

export type JoinDecision =
  | { readonly ok: true; readonly kind: TransferKind }
  | { readonly ok: false; readonly error: 'no-such-call' | 'call-being-set-up' };

/**
 * How two parties are put through to each other. Both answered: REFER with Replaces (RFC 5589 section 7). One that is consulted and
 * has not answered yet cannot be replaced: as on a desk phone the consultation is given up and the call transferred blindly.
 */
export function decideJoin(call: JoinedCall | null, other: JoinedCall | null): JoinDecision {
  if (!call || !other || call.id === other.id || !stands(call.state)) return { ok: false, error: 'no-such-call' };
  if (stands(other.state)) return { ok: true, kind: 'attended' };
  if (!isSettingUp(other.state)) return { ok: false, error: 'no-such-call' };
  return other.consultFor === call.id ? { ok: true, kind: 'blind' } : { ok: false, error: 'call-being-set-up' };
}

export type ConferenceDecision =
  | { readonly ok: true; /** Calls that are put aside for it. */ readonly hold: readonly string[] }
  | { readonly ok: false; readonly error: 'no-such-call' | 'call-being-set-up' | 'conference-full' };

/** Three parties, this user one of them: two answered calls that are not in a conference yet. */
export function decideConference(callId: string, otherId: string, calls: readonly JoinedCall[]): ConferenceDecision {
  const members = calls.filter(({ id }) => id === callId || id === otherId);
  if (members.length !== 2 || !members.every(({ state }) => stands(state))) return { ok: false, error: 'no-such-call' };
  if (calls.some(({ conference }) => conference)) return { ok: false, error: 'conference-full' };
  const others = calls.filter((call) => !members.includes(call));
  if (others.some(({ state }) => isSettingUp(state))) return { ok: false, error: 'call-being-set-up' };
  return { ok: true, hold: others.filter(({ state }) => state === 'active').map(({ id }) => id) };
}
