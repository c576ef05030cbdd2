import { describe, expect, it } from 'vitest';
import type { CallState } from '@/utils/domain/call/call-state';
import { decideConference, decideJoin, type JoinedCall } from '@/utils/domain/call/put-through';

const call = (id: string, state: CallState, over: Partial<JoinedCall> = {}): JoinedCall => ({ id, state, consultFor: null, conference: false, ...over });
const no = (error: string) => ({ ok: false, error });

describe('putting two parties through', () => {
  it.each<[CallState, CallState, string | null, object]>([
    ['held', 'active', null, { ok: true, kind: 'attended' }],
    ['active', 'held', null, { ok: true, kind: 'attended' }],
    ['held', 'held', null, { ok: true, kind: 'attended' }],
    ['held', 'alerting', 'first', { ok: true, kind: 'blind' }],
    ['held', 'dialling', 'first', { ok: true, kind: 'blind' }],
    ['held', 'alerting', null, no('call-being-set-up')],
    ['held', 'answering', 'another', no('call-being-set-up')],
    ['held', 'ringing', null, no('no-such-call')],
    ['held', 'ended', 'first', no('no-such-call')],
    ['held', 'transferring', null, no('no-such-call')],
    ['transferring', 'active', null, no('no-such-call')],
    ['alerting', 'held', null, no('no-such-call')],
  ])('%s with %s (consulted for %s)', (state, other, consultFor, decision) => {
    expect(decideJoin(call('first', state), call('second', other, { consultFor }))).toStrictEqual(decision);
  });

  it('takes two different calls', () => {
    const one = call('first', 'active');
    expect([decideJoin(one, one), decideJoin(one, null), decideJoin(null, one)]).toStrictEqual(Array(3).fill(no('no-such-call')));
  });
});

describe('a conference of three', () => {
  const pair = [call('a', 'held'), call('b', 'active')];
  it.each<[string, readonly JoinedCall[], object]>([
    ['two answered calls', pair, { ok: true, hold: [] }],
    ['beside one on hold', [...pair, call('c', 'held')], { ok: true, hold: [] }],
    ['beside one that is talked in', [call('a', 'held'), call('b', 'held'), call('c', 'active')], { ok: true, hold: ['c'] }],
    ['beside one that rings', [...pair, call('c', 'ringing')], { ok: true, hold: [] }],
    ['while one is dialled', [...pair, call('c', 'alerting')], no('call-being-set-up')],
    ['one not answered', [call('a', 'alerting'), call('b', 'held')], no('no-such-call')],
    ['one that is handed on', [call('a', 'transferring'), call('b', 'held')], no('no-such-call')],
    ['one there', [call('a', 'active')], no('no-such-call')],
    ['a fourth', [call('a', 'active', { conference: true }), call('b', 'held'), call('c', 'active', { conference: true })], no('conference-full')],
  ])('%s', (_, calls, decision) => expect(decideConference('a', 'b', calls)).toStrictEqual(decision));
});
