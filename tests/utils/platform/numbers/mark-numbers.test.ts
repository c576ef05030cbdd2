import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeNumberFinder } from '@/tests/support/fake-number-finder';
import type { FinderOptions } from '@/utils/domain/phone-number/number-finder';
import { markNumbers, type NumbersOfFrame } from '@/utils/platform/page/numbers/mark-numbers';
import type { PageScope } from '@/utils/platform/page/numbers/highlights';
import type { PageFlags } from '@/utils/platform/page/page-flags';
import { NO_FLAGS } from '@/utils/platform/page/read-page-flags';

let flags: PageFlags;
let change: (now: PageFlags) => void;
let asked: FinderOptions[];
let end: AbortController;
let frame: NumbersOfFrame;

/** The parts of a browser that this environment has not. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}
class FakeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}
const scope = window as unknown as PageScope;

const start = (canMark = true) => {
  vi.stubGlobal('Highlight', canMark ? FakeHighlight : undefined);
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  vi.stubGlobal('StaticRange', class {});
  vi.stubGlobal('origin', location.origin);
  const watch = { now: () => flags, first: Promise.resolve(flags), onChange: (listener: typeof change) => void (change = listener) };
  const finder = async (options: FinderOptions) => {
    asked.push(options);
    return new FakeNumberFinder();
  };
  frame = markNumbers({ scope, flags: watch, finder, signal: end.signal });
};
const set = (numbers: Partial<PageFlags['numbers']>, more: Partial<PageFlags> = {}) => {
  flags = { ...flags, ...more, numbers: { ...flags.numbers, ...numbers } };
  change(flags);
};
const texts = () => frame.numbers.all().map(({ text }) => text);
const becomes = (wanted: readonly string[]) => vi.waitFor(() => expect(texts()).toEqual(wanted));

beforeEach(() => {
  flags = { ...NO_FLAGS, dial: true, numbers: { ...NO_FLAGS.numbers, on: true, region: 'SE' } };
  asked = [];
  end = new AbortController();
  document.documentElement.lang = 'sv';
  document.body.innerHTML = '<p>Ring 08-465 00 11</p><p>eller 08-465 00 12</p>';
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

describe('the numbers of a frame', () => {
  it('are marked as the settings and the page’s language say', async () => {
    start();
    await becomes(['08-465 00 11', '08-465 00 12']);
    expect([frame.on(), asked]).toEqual([true, [{ region: 'SE', level: 'normal', languages: ['sv'] }]]);
  });

  it('are none, and nothing is loaded, while nobody is signed in', async () => {
    flags = { ...flags, dial: false };
    start();
    await Promise.resolve();
    expect([frame.on(), texts(), asked]).toEqual([false, [], []]);
    set({}, { dial: true });
    await becomes(['08-465 00 11', '08-465 00 12']);
  });

  it('go when they are switched off here, and nothing of them is left in the page', async () => {
    start();
    await becomes(['08-465 00 11', '08-465 00 12']);
    const { highlights } = scope.CSS;
    expect(highlights.size).toBeGreaterThan(0);
    set({ sitesOff: [location.host] });
    expect([frame.on(), texts(), highlights.size]).toEqual([false, [], 0]);
  });

  it('leave out what a person said is none on this site, and have it back', async () => {
    start();
    await becomes(['08-465 00 11', '08-465 00 12']);
    set({ exceptions: [{ site: location.host, text: '084650011' }] });
    await becomes(['08-465 00 12']);
    set({ exceptions: [{ site: 'other.example', text: '084650011' }] });
    await becomes(['08-465 00 11', '08-465 00 12']);
  });

  it('are found anew for another region or level, and stay as they are through what says nothing of them', async () => {
    start();
    await becomes(['08-465 00 11', '08-465 00 12']);
    const [first] = frame.numbers.all();
    set({}, { panel: true });
    expect(frame.numbers.all()[0]).toBe(first);
    set({ region: 'NO', level: 'eager' });
    await becomes(['08-465 00 11', '08-465 00 12']);
    expect(asked.at(-1)).toMatchObject({ region: 'NO', level: 'eager' });
    expect(asked).toHaveLength(2);
  });

  it('are on without being marked where the browser cannot mark them', async () => {
    start(false);
    await vi.waitFor(() => expect(frame.on()).toBe(true));
    expect([texts(), asked, [...frame.numbers.roots()]]).toEqual([[], [], []]);
  });

  it('end with the script, whatever the settings say later', async () => {
    start();
    await becomes(['08-465 00 11', '08-465 00 12']);
    end.abort();
    set({ look: 'tint' });
    expect(scope.CSS.highlights.size).toBe(0);
    expect(asked).toHaveLength(1);
  });
});
