import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLive, nextCallState, type CallEvent, type CallState } from '@/utils/domain/call/call-state';
import { decideConference } from '@/utils/domain/call/put-through';
import { decideFocus, hasRoom, MAX_CALLS, type FocusCall, type FocusRequest } from '@/utils/domain/call/focus';

const REFUSED = { ok: false, error: 'call-being-set-up' };
const done = (hold: readonly string[], end: readonly string[] = []) => ({ ok: true, hold, end });
const dial: FocusRequest = { kind: 'dial' };
const answer: FocusRequest = { kind: 'answer', callId: 'mine', others: 'hold' };
const answerAndEnd: FocusRequest = { ...answer, others: 'end' };
const resume: FocusRequest = { kind: 'resume', callId: 'mine' };

describe('what becomes of another call', () => {
  it.each<[FocusRequest, CallState, object]>([
    [dial, 'dialling', REFUSED],
    [dial, 'alerting', REFUSED],
    [dial, 'answering', REFUSED],
    [dial, 'active', done(['other'])],
    [dial, 'held', done([])],
    [dial, 'transferring', done([])],
    [dial, 'ringing', done([])],
    [dial, 'ended', done([])],
    [answer, 'dialling', done([], ['other'])],
    [answer, 'alerting', done([], ['other'])],
    [answer, 'answering', REFUSED],
    [answer, 'active', done(['other'])],
    [answer, 'held', done([])],
    [answer, 'transferring', done([])],
    [answer, 'ringing', done([])],
    [answerAndEnd, 'active', done([], ['other'])],
    [answerAndEnd, 'alerting', done([], ['other'])],
    [answerAndEnd, 'held', done([])],
    [resume, 'dialling', done([], ['other'])],
    [resume, 'alerting', done([], ['other'])],
    [resume, 'answering', REFUSED],
    [resume, 'active', done(['other'])],
    [resume, 'held', done([])],
    [resume, 'transferring', done([])],
    [resume, 'ringing', done([])],
  ])('%j while it is %s', (request, state, decision) => {
    const calls: FocusCall[] = [{ id: 'other', state }];
    if (request.kind !== 'dial') calls.push({ id: 'mine', state: request.kind === 'answer' ? 'ringing' : 'held' });
    expect(decideFocus(request, calls)).toStrictEqual(decision);
  });

  it('six calls are enough, ended ones not counted', () => {
    const held = (count: number): FocusCall[] => Array.from({ length: count }, (_, at) => ({ id: `${at}`, state: 'held' }));
    expect(decideFocus(dial, held(MAX_CALLS))).toStrictEqual({ ok: false, error: 'too-many-calls' });
    expect(hasRoom(held(MAX_CALLS))).toBe(false);
    const five: FocusCall[] = [...held(MAX_CALLS - 1), { id: 'e', state: 'ended' }];
    expect([decideFocus(dial, five), hasRoom(five)]).toStrictEqual([done([]), true]);
    expect(decideFocus({ kind: 'resume', callId: '0' }, held(MAX_CALLS))).toStrictEqual(done([]));
  });
});

/** Calls as the phone keeps them, driven by what people and the network may do at any time. */
class Desk {
  readonly calls = new Map<string, CallState>();
  readonly ends = new Map<string, number>();
  /** The two of the conference. */
  pair: readonly string[] = [];
  #serial = 0;

  get list(): FocusCall[] {
    return [...this.calls].map(([id, state]) => ({ id, state }));
  }
  open(state: CallState): void {
    this.calls.set(`${this.#serial++}`, state);
  }
  step(id: string, event: CallEvent): void {
    const next = nextCallState(this.calls.get(id) ?? 'ended', event);
    this.calls.set(id, next);
    if (next !== 'active' && this.pair.includes(id)) this.pair = [];
    if (next === 'ended') this.ends.set(id, (this.ends.get(id) ?? 0) + 1);
  }
  focus(request: FocusRequest, then: () => void): void {
    const decision = decideFocus(request, this.list);
    if (!decision.ok) return;
    for (const id of decision.end) this.step(id, 'ended');
    for (const id of decision.hold) this.step(id, 'hold');
    then();
  }
  /** This call and the next one that is live. */
  confer(callId: string, otherId: string): void {
    const calls = this.list.map((call) => ({ ...call, consultFor: null, conference: this.pair.includes(call.id) }));
    const decision = decideConference(callId, otherId, calls);
    if (!decision.ok) return;
    for (const id of decision.hold) this.step(id, 'hold');
    for (const id of [callId, otherId]) if (this.calls.get(id) === 'held') this.step(id, 'resume');
    this.pair = [callId, otherId];
  }
  /** What the network or the user does with the call at this place, where its state takes it. */
  happen(what: string, at: number): void {
    if (what === 'dial') return this.focus(dial, () => this.open('dialling'));
    if (what === 'incoming') return hasRoom(this.list) ? this.open('ringing') : undefined;
    const live = this.list.filter(({ state }) => isLive(state));
    const call = live[at % Math.max(1, live.length)];
    if (!call) return;
    const { id: callId, state } = call;
    const may = (event: CallEvent, ...from: CallState[]) => from.includes(state) && this.step(callId, event);
    if (what === 'progress') may('progress', 'dialling', 'alerting');
    else if (what === 'answered') may('answered', 'dialling', 'alerting', 'answering');
    else if (what === 'hold') may('hold', 'active');
    else if (what === 'refer') may('refer', 'held');
    else if (what === 'returned') may('returned', 'transferring');
    else if (what === 'confer') this.confer(callId, live[(at + 1) % live.length]?.id ?? callId);
    else if (what === 'end') this.step(callId, 'ended');
    else if (what === 'resume' && state === 'held') this.focus({ kind: 'resume', callId }, () => this.step(callId, 'resume'));
    else if (state === 'ringing' && (what === 'answer' || what === 'answerAndEnd'))
      this.focus({ kind: 'answer', callId, others: what === 'answer' ? 'hold' : 'end' }, () => this.step(callId, 'accept'));
  }
}

const WHAT = ['dial', 'incoming', 'progress', 'answered', 'answer', 'answerAndEnd', 'hold', 'resume', 'refer', 'returned', 'confer', 'end'] as const;

it('whatever happens in whatever order: one active call or the two of a conference, one being set up, six in all, and each ends once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...WHAT), fc.nat(11)), { maxLength: 120 }), (happenings) => {
      const desk = new Desk();
      for (const [what, at] of happenings) {
        desk.happen(what, at);
        const states = desk.list.map(({ state }) => state).filter(isLive);
        const count = (...wanted: CallState[]) => states.filter((state) => wanted.includes(state)).length;
        const active = count('active', 'answering', 'dialling', 'alerting');
        if (desk.pair.length === 0) expect(active).toBeLessThanOrEqual(1);
        else expect([active, desk.pair.map((id) => desk.calls.get(id))]).toStrictEqual([2, ['active', 'active']]);
        expect(states.length).toBeLessThanOrEqual(MAX_CALLS);
      }
      for (const { id, state } of desk.list) if (isLive(state)) desk.step(id, 'ended');
      expect([...desk.ends.values()].every((times) => times === 1)).toBe(true);
      expect(desk.ends.size).toBe(desk.calls.size);
    }),
    { numRuns: 500 },
  );
});
