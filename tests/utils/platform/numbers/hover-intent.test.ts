import { beforeEach, describe, expect, it } from 'vitest';
import { createHoverIntent, GRACE_MS, REST_MS, type HoverIntent } from '@/utils/platform/page/numbers/hover-intent';

let now: number;
let timers: { at: number; run: () => void }[];
let said: string[];
let intent: HoverIntent<string>;

const pass = (ms: number) => {
  now += ms;
  for (const due of timers.filter(({ at }) => at <= now)) {
    timers = timers.filter((one) => one !== due);
    due.run();
  }
};

beforeEach(() => {
  now = 0;
  timers = [];
  said = [];
  intent = createHoverIntent<string>({
    same: (one, other) => one === other,
    open: (target) => said.push(`open ${target}`),
    close: () => said.push('close'),
    later(run, ms) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  });
});

const opened = (target = 'a') => {
  intent.over(target);
  pass(REST_MS);
  said = [];
};

describe('a pointer', () => {
  it('opens the card when it rests on a number, however it trembles there', () => {
    intent.over('a');
    pass(REST_MS - 1);
    intent.over('a');
    expect(said).toEqual([]);
    pass(1);
    expect(said).toEqual(['open a']);
  });

  it('that passes over a number opens nothing', () => {
    intent.over('a');
    pass(REST_MS - 1);
    intent.over(null);
    pass(10_000);
    expect(said).toEqual([]);
  });

  it('that leaves closes it after a while, and not when it comes back in time', () => {
    opened();
    intent.over(null);
    pass(GRACE_MS - 1);
    intent.over('a');
    pass(10_000);
    expect(said).toEqual([]);
    intent.over(null);
    pass(GRACE_MS);
    expect(said).toEqual(['close']);
  });

  it('travels to the card and stays there as long as it likes', () => {
    opened();
    intent.over(null);
    pass(GRACE_MS - 1);
    intent.onCard(true);
    pass(10_000);
    expect(said).toEqual([]);
    intent.onCard(false);
    pass(GRACE_MS);
    expect(said).toEqual(['close']);
  });

  it('goes from one number to the next without a close between', () => {
    opened();
    intent.over(null);
    intent.over('b');
    pass(REST_MS);
    expect(said).toEqual(['open b']);
  });

  it('still on the number does not bring back a card that was dismissed, until it has left', () => {
    opened();
    intent.dismiss('a');
    intent.over('a');
    pass(10_000);
    expect(said).toEqual([]);
    intent.over(null);
    opened();
    expect(timers).toEqual([]);
    intent.over(null);
    pass(GRACE_MS);
    expect(said).toEqual(['close']);
  });

  it('that presses on the number opens no card over what it selects', () => {
    intent.over('a');
    intent.pressed();
    intent.over('a');
    pass(10_000);
    expect(said).toEqual([]);
  });
});
