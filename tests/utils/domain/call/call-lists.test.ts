import { describe, expect, it } from 'vitest';
import { inOrderOfAttention } from '@/utils/domain/call/call-order';
import type { CallState } from '@/utils/domain/call/call-state';
import { ringToneOf } from '@/utils/domain/call/ring-tone';

describe('what is heard of calls that ring', () => {
  it.each<[string | null, readonly (CallState | 'silenced')[]]>([
    [null, []],
    [null, ['active', 'held']],
    ['ring', ['ringing']],
    ['ring', ['ringing', 'ended']],
    ['ring', ['ringing', 'silenced']],
    ['waiting', ['ringing', 'active']],
    ['waiting', ['ringing', 'held']],
    ['waiting', ['dialling', 'ringing']],
    [null, ['silenced']],
    [null, ['silenced', 'active']],
  ])('%s: %j', (tone, states) => {
    const calls = states.map((state) => ({ state: state === 'silenced' ? 'ringing' : state, silenced: state === 'silenced' }) as const);
    expect(ringToneOf(calls)).toBe(tone);
  });
});

it('lists what rings, then the call one is in, then those on hold, the oldest of each first', () => {
  const calls = (['held', 'active', 'ringing', 'held', 'ringing', 'dialling'] as const).map((state, id) => ({ state, id }));
  expect(inOrderOfAttention(calls).map(({ id }) => id)).toStrictEqual([2, 4, 1, 5, 0, 3]);
});
