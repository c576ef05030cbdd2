import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CARD_PARTS } from '@/tests/support/card-parts';
import { laterWith } from '@/utils/platform/page/number-card/later-with';
import { createLoadedParts, type LoadedParts } from '@/utils/platform/page/number-card/loaded-parts';

type Answer = 'parts' | 'refused' | 'nobody';

let asked: ((answer: Answer) => void)[];
let parts: LoadedParts;
let ran: number;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  ran = 0;
  const ask = (name: string) =>
    new Promise<unknown>((done, fail) => {
      asked.push((answer) => (answer === 'nobody' ? fail(new Error('No response')) : done(answer === 'parts' ? { ok: true, ...CARD_PARTS } : { ok: false, error: name })));
    });
  parts = createLoadedParts({ send: ask as Parameters<typeof createLoadedParts>[0]['send'] });
});
afterEach(() => vi.useRealTimers());

const answer = async (how: Answer) => {
  asked.at(-1)?.(how);
  await vi.advanceTimersByTimeAsync(0);
};

describe('the look of the card', () => {
  it('is asked for once, whoever wants it', async () => {
    const loads = [parts.load(), parts.load()];
    expect(parts.now).toBeNull();
    await answer('parts');
    expect(await Promise.all([...loads, parts.load()])).toEqual([true, true, true]);
    expect(parts.now?.icons).toEqual(CARD_PARTS.icons);
    expect(asked).toHaveLength(1);
  });

  it.each(['refused', 'nobody'] as const)('is asked for again after an answer that was %s', async (how) => {
    const load = parts.load();
    await answer(how);
    expect(await load).toBe(false);
    void parts.load();
    await answer('parts');
    expect(parts.now).not.toBeNull();
  });
});

describe('a card that is to come', () => {
  const want = () => laterWith(parts, () => (ran += 1), 250);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('comes after its rest when its look is there by then', async () => {
    want();
    await answer('parts');
    await pass(249);
    expect(ran).toBe(0);
    await pass(1);
    expect(ran).toBe(1);
  });

  it('comes with its look when that takes longer', async () => {
    want();
    await pass(400);
    expect(ran).toBe(0);
    await answer('parts');
    expect(ran).toBe(1);
  });

  it('does not come when it was given up while it waited for the one or the other', async () => {
    want()();
    await answer('parts');
    await pass(300);
    parts = createLoadedParts({ send: () => new Promise(() => undefined) });
    const stop = want();
    await pass(300);
    stop();
    await answer('parts');
    expect(ran).toBe(0);
  });

  it('does not come without its look', async () => {
    want();
    await answer('nobody');
    await pass(300);
    expect(ran).toBe(0);
  });
});
