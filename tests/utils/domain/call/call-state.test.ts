import { describe, expect, it } from 'vitest';
import { ImpossibleCallTransition, isAnswered, isLive, isSettingUp, nextCallState, stands, type CallEvent, type CallState } from '@/utils/domain/call/call-state';

const STATES: readonly CallState[] = ['dialling', 'alerting', 'ringing', 'answering', 'active', 'held', 'transferring', 'ended'];
const EVENTS: readonly CallEvent[] = ['progress', 'accept', 'answered', 'hold', 'resume', 'refer', 'returned', 'ended'];

const ALLOWED: readonly (readonly [CallState, CallEvent, CallState])[] = [
  ['dialling', 'progress', 'alerting'],
  ['dialling', 'answered', 'active'],
  ['dialling', 'ended', 'ended'],
  ['alerting', 'progress', 'alerting'],
  ['alerting', 'answered', 'active'],
  ['alerting', 'ended', 'ended'],
  ['ringing', 'accept', 'answering'],
  ['ringing', 'ended', 'ended'],
  ['answering', 'answered', 'active'],
  ['answering', 'ended', 'ended'],
  ['active', 'hold', 'held'],
  ['active', 'ended', 'ended'],
  ['held', 'resume', 'active'],
  ['held', 'refer', 'transferring'],
  ['held', 'ended', 'ended'],
  ['transferring', 'returned', 'held'],
  ['transferring', 'ended', 'ended'],
];

describe('the life of a call', () => {
  it.each(ALLOWED)('%s, %s → %s', (state, event, next) => {
    expect(nextCallState(state, event)).toBe(next);
  });

  const impossible = STATES.flatMap((state) =>
    EVENTS.filter((event) => !ALLOWED.some(([from, by]) => from === state && by === event)).map((event) => [state, event] as const),
  );
  it.each(impossible)('%s cannot take %s', (state, event) => {
    expect(() => nextCallState(state, event)).toThrow(ImpossibleCallTransition);
  });

  it('is live until it ended', () => {
    expect(STATES.filter(isLive)).toStrictEqual(STATES.slice(0, -1));
  });

  it('is being set up, then answered', () => {
    expect(STATES.filter(isSettingUp)).toStrictEqual(['dialling', 'alerting', 'answering']);
    expect(STATES.filter(isAnswered)).toStrictEqual(['active', 'held', 'transferring']);
    expect(STATES.filter(stands)).toStrictEqual(['active', 'held']);
  });
});
