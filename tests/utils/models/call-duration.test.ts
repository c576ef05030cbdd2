import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { callSeconds, clockText, secondsUntil } from '@/utils/models/call-duration';
import { createTicker } from '@/utils/models/ticker';
import { createHandClock } from '@/tests/components/support/hand-clock';

it.each([
  [0, '00:00'],
  [161, '02:41'],
  [3599, '59:59'],
  [3761, '1:02:41'],
])('%i seconds read %s', (seconds, text) => expect(clockText(seconds)).toBe(text));

describe('time of a call', () => {
  it('counts from the answer and stops at the end', () => {
    expect(callSeconds({ answeredAt: null, endedAt: null }, 5000)).toBeNull();
    expect(callSeconds({ answeredAt: 1000, endedAt: null }, 3999)).toBe(2);
    expect(callSeconds({ answeredAt: 1000, endedAt: 4000 }, 99_000)).toBe(3);
  });

  it('never runs backwards when clocks differ', () => {
    expect(callSeconds({ answeredAt: 2000, endedAt: null }, 1000)).toBe(0);
    expect(secondsUntil(1000, 5000)).toBe(0);
  });
});

it('ticks only while somebody looks', () => {
  const clock = createHandClock(10_000);
  const now = createTicker(clock);
  const seen: number[] = [];
  const stop = effect(() => void seen.push(now.value));
  clock.advance(500);
  stop();
  clock.advance(5000);
  expect(seen).toEqual([10_000, 10_250, 10_500]);
  expect(effect(() => void seen.push(now.value)) && seen.at(-1)).toBe(15_500);
});
