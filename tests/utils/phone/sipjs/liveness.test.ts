import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '@/tests/support/fake-clock';
import { watchLiveness, type Liveness } from '@/utils/phone/sipjs/liveness';

let clock: FakeClock;
let began: number;
let lastHeard: number;
/** What was asked and when, in seconds after the beginning. */
let asked: [string, number][];
let watched: Liveness;
/** What the server answers. */
let answers: readonly ('ping' | 'options')[];

const seconds = () => (clock.now() - began) / 1_000;

beforeEach(() => {
  clock = new FakeClock();
  began = clock.now();
  lastHeard = began;
  asked = [];
  answers = [];
  const ask = (kind: 'ping' | 'options') => {
    asked.push([kind, seconds()]);
    if (!answers.includes(kind)) return;
    clock.after(50, () => {
      lastHeard = clock.now();
      watched.heard();
    });
  };
  watched = watchLiveness(clock, {
    lastHeard: () => lastHeard,
    ping: () => ask('ping'),
    options: () => ask('options'),
    dead: () => asked.push(['dead', seconds()]),
  });
});

describe('a connection nothing comes over any more', () => {
  it('is asked after 10 s of silence, in both ways, and given up after 16 s', async () => {
    await clock.step(60_000);
    expect(asked).toStrictEqual([['ping', 10], ['options', 12], ['dead', 16]]);
  });

  it('is given up 8 s after a request, however soon after the last sign of life that was', async () => {
    await clock.step(1_000);
    watched.requested();
    await clock.step(1_500);
    // One more does not put it off.
    watched.requested();
    await clock.step(60_000);
    expect(asked).toStrictEqual([['ping', 3], ['options', 5], ['dead', 9]]);
  });

  it('a request while it is being asked changes nothing', async () => {
    await clock.step(11_000);
    watched.requested();
    await clock.step(60_000);
    expect(asked).toStrictEqual([['ping', 10], ['options', 12], ['dead', 16]]);
  });

  it('is not watched after the end', async () => {
    await clock.step(11_000);
    watched.stop();
    await clock.step(60_000);
    expect(asked).toStrictEqual([['ping', 10]]);
  });
});

describe('a connection that lives', () => {
  it.each([
    ['answers pings', ['ping'], ['ping', 'ping', 'ping']],
    ['answers OPTIONS only: is asked by them alone from then on', ['options'], ['ping', 'options', 'options', 'options']],
  ] as const)('%s', async (_, how, kinds) => {
    answers = how;
    await clock.step(34_000);
    expect(asked.map(([kind]) => kind)).toStrictEqual(kinds);
    expect(asked.at(-1)?.[1]).toBeGreaterThan(30);
  });

  it('is not asked while it is heard, nor after a request that was answered', async () => {
    for (let second = 0; second < 30; second++) {
      await clock.step(1_000);
      watched.requested();
      lastHeard = clock.now() + 30;
    }
    expect(asked).toStrictEqual([]);
  });
});
