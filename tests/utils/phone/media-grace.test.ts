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
  expect(happened.filter((one) => one !== 'restart')).toStrictEqual(['lost']);
  const over = happened.length;
  await clock.step(60_000);
  expect(happened).toHaveLength(over);
});

it('restarts again every four seconds while nothing comes of it, and gives up 30 s after it went silent', async () => {
  grace.saw('connected');
  // A restart for a new network: what it gathered leads nowhere.
  grace.saw('connecting');
  await clock.step(2_100);
  expect(happened).toStrictEqual(['restart']);
  for (let time = 0; time < 3; time++) {
    grace.saw('connecting');
    await clock.step(4_000);
  }
  expect(happened).toStrictEqual(['restart', 'restart', 'restart', 'restart']);
  await clock.step(16_000);
  expect(happened.at(-1)).toBe('lost');
});

it('takes the first connecting for what it is', async () => {
  grace.saw('connecting');
  await clock.step(60_000);
  expect(happened).toStrictEqual([]);
});

it('tells a connection that never came about from one that was lost', async () => {
  grace.saw('failed');
  await clock.step(12_100);
  expect(happened.filter((one) => one !== 'restart')).toStrictEqual(['never worked']);
});
