import { beforeEach, expect, it } from 'vitest';
import { FakeClock } from '@/tests/support/fake-clock';
import { MediaGrace } from '@/utils/phone/media-grace';

let clock: FakeClock;
let happened: string[];
let grace: MediaGrace;

beforeEach(() => {
  clock = new FakeClock();
  happened = [];
  grace = new MediaGrace({ clock, restart: () => void happened.push('restart'), giveUp: (worked) => void happened.push(worked ? 'lost' : 'never worked') });
});

it('restarts what is silent for 2 s, and not what comes back before', async () => {
  grace.saw('connected');
  grace.saw('disconnected');
  await clock.step(1_900);
  grace.saw('connected');
  await clock.step(10_000);
  expect([happened, grace.troubled]).toStrictEqual([[], false]);
  grace.saw('disconnected');
  await clock.step(2_100);
  expect([happened, grace.troubled]).toStrictEqual([['restart'], true]);
  grace.saw('connected');
  await clock.step(60_000);
  expect([happened, grace.troubled]).toStrictEqual([['restart'], false]);
});

it('restarts again when it fails for good, and gives up 12 s later', async () => {
  grace.saw('connected');
  grace.saw('disconnected');
  await clock.step(5_000);
  grace.saw('failed');
  expect(happened).toStrictEqual(['restart', 'restart']);
  await clock.step(12_100);
  expect(happened.at(-1)).toBe('lost');
});

it('tells a connection that never came about from one that was lost', async () => {
  grace.saw('failed');
  await clock.step(12_100);
  expect(happened).toStrictEqual(['restart', 'never worked']);
});
