import { isSettingUp, type CallState } from '@/utils/domain/call/call-state';
import { LIGHTS_OFF, type HeadsetLights } from './headset-report';

/** A call as far as a headset is concerned. */
export interface HeadsetCall {
  readonly id: string;
  readonly state: CallState;
  readonly muted: boolean;
  readonly silenced: boolean;
}

export type HeadsetAction =
  | { readonly kind: 'answer' | 'hangUp' | 'hold' | 'resume'; readonly callId: string }
  | { readonly kind: 'mute'; readonly callId: string; readonly muted: boolean };

/** Those in which somebody is talked to, or about to be: what the receiver is off the hook for. */
const talking = (calls: readonly HeadsetCall[]) => calls.filter(({ state }) => state === 'active' || isSettingUp(state));

const inState = (calls: readonly HeadsetCall[], wanted: CallState) => calls.filter(({ state }) => state === wanted);

/** The one that asks to be answered; a call whose ring was turned off does not. */
const asking = (calls: readonly HeadsetCall[]) => inState(calls, 'ringing').find(({ silenced }) => !silenced);

/** Whose microphone the mute button means. */
export const mutable = (calls: readonly HeadsetCall[]): HeadsetCall | undefined => inState(calls, 'active')[0] ?? talking(calls)[0];

/** What a headset shows of the calls. A held call lets the receiver rest: lifting it takes the call back. */
export function lightsOf(calls: readonly HeadsetCall[]): HeadsetLights {
  return {
    ...LIGHTS_OFF,
    offHook: talking(calls).length > 0,
    ring: asking(calls) !== undefined,
    mute: mutable(calls)?.muted === true,
    hold: inState(calls, 'held').length > 0,
  };
}

/** The receiver was lifted: what rings is answered, silenced or not; else what was held last is taken back. */
export function whenLifted(calls: readonly HeadsetCall[]): HeadsetAction[] {
  const ringing = asking(calls) ?? inState(calls, 'ringing')[0];
  if (ringing) return [{ kind: 'answer', callId: ringing.id }];
  const held = inState(calls, 'held').at(-1);
  return held ? [{ kind: 'resume', callId: held.id }] : [];
}

/** The receiver was laid down, or its button pressed: one that rings meanwhile is answered, which holds the other; else the call ends. */
export function whenLaidDown(calls: readonly HeadsetCall[]): HeadsetAction[] {
  const ringing = asking(calls);
  if (ringing) return [{ kind: 'answer', callId: ringing.id }];
  return talking(calls).map(({ id }) => ({ kind: 'hangUp', callId: id }));
}

/** A hook flash goes to the other call: the one that rings, or the one that is held; alone it holds and takes back. */
export function whenFlashed(calls: readonly HeadsetCall[]): HeadsetAction[] {
  const other = whenLifted(calls);
  if (other.length > 0) return other;
  const active = inState(calls, 'active');
  const [only] = active;
  // Of a conference, no one more than the other.
  return only && active.length === 1 ? [{ kind: 'hold', callId: only.id }] : [];
}
