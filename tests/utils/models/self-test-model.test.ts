import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { CallSamples } from '@/utils/contract/call-quality';
import { EMPTY_PHONE_STATE, type PhoneState } from '@/utils/contract/phone-state';
import type { CHECKS } from '@/utils/domain/self-test/self-test';
import { createSelfTestModel } from '@/utils/models/self-test-model';
import { createHandClock } from '@/tests/components/support/hand-clock';
import { account, call, state as phoneState } from '@/tests/components/support/phone-states';
import { second } from '@/tests/support/quality-samples';

const soon = (check: () => void) => vi.waitFor(check, { interval: 1 });

type Answers = Record<string, unknown>;
const WELL: Answers = {
  'selfTest.server': { ok: true, ms: 12 },
  'selfTest.connection': { ok: true, ms: 34 },
  'selfTest.relay': { ok: true, relay: { kind: 'reached', ms: 56 } },
  'selfTest.call': { ok: true, callId: 'echo' },
  'phone.hangUp': { ok: true },
};

interface Scene {
  readonly state?: Partial<PhoneState>;
  readonly answers?: Answers;
  readonly microphone?: number | 'refused' | 'missing' | 'busy';
  readonly notifications?: boolean;
  readonly plays?: boolean;
}

function stage({ state: over, answers, microphone = -20, notifications = true, plays = true }: Scene = {}) {
  const state = signal<PhoneState>({ ...phoneState({ account: { ...account, echoNumber: '*43' } }), ...over });
  const clock = createHandClock(0);
  const stopRing = vi.fn();
  const quality = signal<CallSamples>(new Map());
  const sent: string[] = [];
  const all: Answers = { ...WELL, ...answers };
  const model = createSelfTestModel({
    state,
    quality,
    clock,
    send: (async (command: string) => {
      sent.push(command);
      const answer = all[command];
      if (answer instanceof Error) throw answer;
      return answer;
    }) as never,
    probes: { microphone: async () => microphone, notifications: async () => notifications, ring: () => ({ playing: Promise.resolve(plays), stop: stopRing }) },
  });
  const found = () => Object.fromEntries([...model.found.value].map(([check, one]) => [check, one.finding]));
  const until = (check: (typeof CHECKS)[number]) => soon(() => expect(model.running.value).toBe(check));
  const callIs = (stateOfCall: 'active' | 'ended') => {
    state.value = { ...state.value, calls: [{ ...call(), id: 'echo', state: stateOfCall }] };
  };
  return { model, state, quality, clock, sent, stopRing, found, until, callIs };
}

/** Until the test waits for a person. */
const untilAsked = ({ model }: ReturnType<typeof stage>) => soon(() => expect(model.asksRing.value).toBe(true));

describe('the self-test', () => {
  it('looks at everything in order; the test call is heard and ended', async () => {
    const scene = stage();
    const { model, quality, clock, sent, stopRing, found, callIs } = scene;
    const over = model.start();
    await untilAsked(scene);
    expect([model.running.value, model.verdict.value]).toEqual(['ring', null]);
    model.ringHeard(true);
    await soon(() => expect(sent).toContain('selfTest.call'));
    clock.advance(800);
    callIs('active');
    quality.value = new Map([['echo', [second({ lossIn: 2 })]]]);
    // What hangs on the call's state runs after this turn.
    await new Promise((resolve) => setImmediate(resolve));
    await soon(() => {
      clock.advance(1000);
      expect(model.running.value).toBeNull();
    });
    await over;
    expect(found()).toEqual({
      server: 'server-answers',
      connection: 'connection-answers',
      registration: 'registered',
      relay: 'relay-reached',
      microphone: 'microphone-heard',
      notifications: 'notifications-shown',
      ring: 'ring-heard',
      call: 'call-heard',
    });
    expect([...model.found.value.values()].map(({ measured }) => measured[0])).toEqual([12, 34, undefined, 56, undefined, undefined, undefined, 800]);
    expect([model.verdict.value, sent.at(-1), stopRing.mock.calls.length > 0]).toEqual(['ok', 'phone.hangUp', true]);
  });

  it.each<[string, Scene, Record<string, string>]>([
    ['signed out', { state: EMPTY_PHONE_STATE, answers: { 'selfTest.server': { ok: false, error: 'not-signed-in' }, 'selfTest.connection': { ok: false, error: 'not-signed-in' }, 'selfTest.relay': { ok: false, error: 'not-signed-in' } } }, { server: 'session-over', connection: 'connection-silent', registration: 'not-registered', relay: 'relay-silent', call: 'call-not-possible' }],
    ['on a SIP account', { answers: { 'selfTest.server': { ok: false, error: 'not-allowed' }, 'selfTest.relay': { ok: true, relay: { kind: 'none' } } } }, { server: 'server-not-needed', relay: 'relay-not-needed' }],
    ['without a network', { state: { registration: { status: 'offline', reason: 'no-network', retryAt: null } }, answers: { 'selfTest.server': { ok: false, error: 'server-unreachable' } } }, { server: 'server-silent', connection: 'no-network', registration: 'not-registered' }],
    ['where the host does not answer', { answers: { 'selfTest.server': new Error('gone'), 'selfTest.connection': { ok: true, ms: null } } }, { server: 'not-finished', connection: 'connection-silent' }],
    ['refused', { state: { registration: { status: 'rejected', reason: 'device-revoked', retryAt: null } } }, { registration: 'registration-refused' }],
    ['not receiving', { state: { receiving: false } }, { registration: 'not-receiving' }],
    ['without a microphone', { microphone: 'missing', notifications: false }, { microphone: 'microphone-missing', notifications: 'notifications-off' }],
    ['in a call', { state: { calls: [call()] } }, { call: 'call-not-possible' }],
    ['where the test call is not taken', { answers: { 'selfTest.call': { ok: false, error: 'not-connected' } } }, { call: 'call-failed' }],
    ['where the browser stays silent', { plays: false, microphone: -Infinity }, { ring: 'ring-blocked', microphone: 'microphone-silent' }],
  ])('%s', async (_, scene, expected) => {
    const { model, found, clock } = stage(scene);
    const over = model.start();
    await soon(() => {
      model.ringHeard(null);
      clock.advance(100);
      expect(model.running.value === null || model.running.value === 'call').toBe(true);
    });
    await soon(() => {
      clock.advance(2000);
      expect(model.running.value).toBeNull();
    });
    await over;
    expect(found()).toMatchObject(expected);
  });

  it('stopped, it forgets nothing it found, asks nothing more and makes no sound', async () => {
    const scene = stage();
    const over = scene.model.start();
    await untilAsked(scene);
    scene.model.stop();
    await over;
    expect([scene.model.running.value, scene.model.asksRing.value, scene.model.found.value.size]).toEqual([null, false, 6]);
    expect(scene.stopRing).toHaveBeenCalled();
    expect(scene.sent).not.toContain('selfTest.call');
    // Again from the start.
    void scene.model.start();
    expect(scene.model.found.value.size).toBe(0);
    scene.model.stop();
  });
});
