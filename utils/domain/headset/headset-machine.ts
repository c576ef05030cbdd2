import type { HeadsetControl } from './headset-layout';
import { lightsOf, mutable, whenFlashed, whenLaidDown, whenLifted, type HeadsetAction, type HeadsetCall } from './headset-calls';
import { LIGHTS_OFF, type HeadsetInput, type HeadsetLights } from './headset-report';

/**
 * Between the calls and a headset. Both sides may change; each change goes to the other side once.
 *
 *   told  headset says   nothing rings        one rings              one is held
 *   on    off (lifted)   put right            answer                 take back
 *   off   on (laid down) hang up              answer, hold the other hang up
 *   same  same           nothing: many headsets report the hook that they were told
 *
 * What is told and what the headset says are compared, never what it said before: so an echo is no press, and a headset that follows
 * only in part is in step again after one. An echo of what was told before that comes late is known by its time.
 */
export interface HeadsetState {
  readonly calls: readonly HeadsetCall[];
  /** What the headset was told last. */
  readonly lights: HeadsetLights;
  /** Off the hook, as the headset said, or was told since. */
  readonly hook: boolean;
  /** Its mute switch, where it has one that lasts, as it said last; null: not heard of yet. */
  readonly muteSwitch: boolean | null;
  /** The call that the mute switch has been heard for. */
  readonly joined: string | null;
  /** What may still be echoed, oldest first. */
  readonly told: readonly { readonly what: 'hook' | 'mute'; readonly value: boolean; readonly at: number }[];
  /** Its hook's actions that are being carried out: until they are, nothing more is asked of the hook. */
  readonly doing: number;
  /** When it was last put right; once in a while only, else two that contradict each other would never end. */
  readonly correctedAt: number | null;
  /** Its lights are being tried. */
  readonly trying: boolean;
}

export type HeadsetEvent =
  | { readonly kind: 'connected' }
  | { readonly kind: 'calls'; readonly calls: readonly HeadsetCall[] }
  | { readonly kind: 'input'; readonly input: HeadsetInput }
  /** An action other than muting has been carried out, or not. */
  | { readonly kind: 'done' }
  | { readonly kind: 'trying'; readonly on: boolean };

export interface HeadsetStep {
  readonly state: HeadsetState;
  readonly actions: readonly HeadsetAction[];
  /** What the headset is to be told; null: nothing new. */
  readonly show: HeadsetLights | null;
  /** What a person pressed, whatever came of it. */
  readonly pressed: HeadsetControl | null;
}

export const NEW_HEADSET: HeadsetState = Object.freeze<HeadsetState>({
  calls: [],
  lights: LIGHTS_OFF,
  hook: false,
  muteSwitch: null,
  joined: null,
  told: [],
  doing: 0,
  correctedAt: null,
  trying: false,
});

/** An echo comes within so long; over a radio link that is being opened it takes a second. Milliseconds. */
export const HEADSET_ECHO = 1_500;
/** A button that only switches cannot say which way: so long after a change, its report is taken for the echo of it. Milliseconds. */
export const TOGGLE_ECHO = 500;

const ALL_ON: HeadsetLights = Object.freeze<HeadsetLights>({ mute: true, offHook: true, ring: true, hold: true });

/** `now` is in milliseconds and never goes back. */
export function headsetStep(state: HeadsetState, event: HeadsetEvent, now: number): HeadsetStep {
  switch (event.kind) {
    case 'connected': {
      const { calls } = state;
      return follow({ ...NEW_HEADSET, calls }, now, true);
    }
    case 'calls':
      return follow({ ...state, calls: event.calls, trying: state.trying && event.calls.length === 0 }, now);
    case 'trying':
      return follow({ ...state, trying: event.on && state.calls.length === 0 }, now);
    case 'done': {
      const after = { ...state, doing: Math.max(0, state.doing - 1) };
      return after.doing > 0 ? nothing(after) : putRight(after, now);
    }
    case 'input':
      return take(state, event.input, now);
  }
}

const nothing = (state: HeadsetState, pressed: HeadsetControl | null = null): HeadsetStep => ({ state, actions: [], show: null, pressed });

/** The calls have changed, or what is to be shown of them. */
function follow(state: HeadsetState, now: number, anew = false): HeadsetStep {
  const target = mutable(state.calls);
  // Nobody speaks unheard, or is heard unawares: a call begins as muted as the headset is.
  const joins = target !== undefined && target.id !== state.joined && state.muteSwitch === true && !target.muted;
  const actions: HeadsetAction[] = joins ? [{ kind: 'mute', callId: target.id, muted: true }] : [];
  const lights = state.trying ? ALL_ON : { ...lightsOf(state.calls), ...(joins && { mute: true }) };
  const after = { ...state, joined: target?.id ?? null };
  return anew || !sameLights(lights, state.lights) ? { ...tell(after, lights, now), actions } : { ...nothing(after), actions };
}

function take(state: HeadsetState, input: HeadsetInput, now: number): HeadsetStep {
  switch (input.control) {
    case 'redial':
      return nothing(state, 'redial');
    case 'flash':
      return act(state, 'flash', whenFlashed(state.calls), now);
    case 'hook':
      return takeHook(state, input.value, now);
    case 'mute':
      return takeMute(state, input, now);
  }
}

function takeHook(state: HeadsetState, value: boolean | 'toggle', now: number): HeadsetStep {
  const said = value === 'toggle' ? !state.lights.offHook : value;
  const after: HeadsetState = { ...state, hook: said };
  if (said === state.lights.offHook) return nothing(heardOf(after, 'hook', said));
  if (value !== 'toggle' && isLateEcho(state, 'hook', said, now)) return putRight(heardOf(after, 'hook', said), now);
  return act(pressedOf(after, 'hook'), 'hook', said ? whenLifted(state.calls) : whenLaidDown(state.calls), now);
}

function act(state: HeadsetState, pressed: HeadsetControl, actions: readonly HeadsetAction[], now: number): HeadsetStep {
  // One thing at a time: a second press while the microphone opens is no wish to hang up.
  if (state.doing > 0) return nothing(state, pressed);
  if (actions.length === 0) return { ...putRight(state, now), pressed };
  return { state: { ...state, doing: actions.length }, actions, show: null, pressed };
}

function takeMute(state: HeadsetState, { value, lasts }: Extract<HeadsetInput, { control: 'mute' }>, now: number): HeadsetStep {
  const after = lasts ? { ...state, muteSwitch: value === true } : state;
  const target = mutable(state.calls);
  if (value === 'toggle') {
    const echoed = state.told.some(({ what, at }) => what === 'mute' && now - at < TOGGLE_ECHO);
    if (echoed) return correct(after, now);
    return target ? muting(after, target, !target.muted) : { ...correct(after, now), pressed: 'mute' };
  }
  const shown = state.lights.mute;
  if (value === shown) return nothing(heardOf(after, 'mute', value));
  if (isLateEcho(state, 'mute', value, now)) return correct(heardOf(after, 'mute', value), now);
  if (!target || target.muted === value) return nothing(after, 'mute');
  return muting(pressedOf(after, 'mute'), target, value);
}

const muting = (state: HeadsetState, { id }: HeadsetCall, muted: boolean): HeadsetStep => ({
  state,
  actions: [{ kind: 'mute', callId: id, muted }],
  show: null,
  pressed: 'mute',
});

/** Echoes come in the order in which it was told: with this one, none is to come of what was told before. */
function heardOf(state: HeadsetState, of: 'hook' | 'mute', value: boolean): HeadsetState {
  const at = state.told.findIndex((one) => one.what === of && one.value === value);
  return { ...state, told: state.told.filter(({ what }, index) => what !== of || index > at) };
}

/** No echo but a press: what it was told is behind it. */
const pressedOf = (state: HeadsetState, of: 'hook' | 'mute'): HeadsetState => ({ ...state, told: state.told.filter(({ what }) => what !== of) });

/** It was told so, a moment ago, and the opposite since. */
function isLateEcho({ told }: HeadsetState, what: 'hook' | 'mute', value: boolean, now: number): boolean {
  return told.some((one) => one.what === what && one.value === value && now - one.at < HEADSET_ECHO);
}

/** The headset says its receiver is not where the calls have it. */
function putRight(state: HeadsetState, now: number): HeadsetStep {
  return state.hook === state.lights.offHook ? nothing(state) : correct(state, now);
}

/** Tells the same again. */
function correct(state: HeadsetState, now: number): HeadsetStep {
  if (state.doing > 0) return nothing(state);
  if (state.correctedAt !== null && now - state.correctedAt < HEADSET_ECHO) return nothing(state);
  return { state: { ...state, correctedAt: now, hook: state.lights.offHook }, actions: [], show: state.lights, pressed: null };
}

function tell(state: HeadsetState, lights: HeadsetLights, now: number): HeadsetStep {
  const told = state.told.filter(({ at }) => now - at < HEADSET_ECHO);
  // Where the headset is there already it has nothing to say.
  if (lights.offHook !== state.lights.offHook && lights.offHook !== state.hook) told.push({ what: 'hook', value: lights.offHook, at: now });
  if (lights.mute !== state.lights.mute && lights.mute !== state.muteSwitch) told.push({ what: 'mute', value: lights.mute, at: now });
  const hook = lights.offHook === state.lights.offHook ? state.hook : lights.offHook;
  return { state: { ...state, lights, told, hook }, actions: [], show: lights, pressed: null };
}

function sameLights(a: HeadsetLights, b: HeadsetLights): boolean {
  return a.mute === b.mute && a.offHook === b.offHook && a.ring === b.ring && a.hold === b.hold;
}
