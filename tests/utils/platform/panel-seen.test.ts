import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardClicks } from '@/utils/platform/panel/guard-clicks';
import { SEEN_MS, watchSeen, type Seen, type SeenScope } from '@/utils/platform/panel/watch-seen';

let now: number;
let tell: (entry: { isIntersecting: boolean; isVisible?: boolean }) => void;
let tick: () => void;
let place: { screenX: number; mozInnerScreenX?: number; innerWidth: number };
let seen: Seen;

beforeEach(() => {
  now = 1000;
  place = { screenX: 0, innerWidth: 348 };
  const still = { screenY: 0, outerWidth: 1280, outerHeight: 800, devicePixelRatio: 1 };
  const scope = {
    document,
    IntersectionObserver: class {
      constructor(listener: (entries: readonly { isIntersecting: boolean; isVisible?: boolean }[]) => void, options: { trackVisibility: boolean; delay: number }) {
        expect(options).toMatchObject({ trackVisibility: true, delay: 100 });
        tell = (entry) => listener([entry]);
      }
      observe(): void {
        return undefined;
      }
    },
    setInterval: (run: () => void) => {
      tick = run;
      return 1;
    },
    get screenX() {
      return place.screenX;
    },
    get mozInnerScreenX() {
      return place.mozInnerScreenX;
    },
    get innerWidth() {
      return place.innerWidth;
    },
    ...still,
  };
  seen = watchSeen(scope as unknown as SeenScope, () => now, () => undefined);
});

const pass = (ms: number) => {
  now += ms;
};

describe('the panel has been seen', () => {
  it('once it has lain there for long enough, and not before', () => {
    expect(seen.settled()).toBe(false);
    tell({ isIntersecting: true, isVisible: true });
    pass(SEEN_MS - 1);
    expect(seen.settled()).toBe(false);
    pass(1);
    expect(seen.settled()).toBe(true);
  });

  it.each([
    ['covered or faded', { isIntersecting: true, isVisible: false }],
    ['out of sight', { isIntersecting: false, isVisible: false }],
  ])('no longer when it is %s, and again only after as long', (_, entry) => {
    tell({ isIntersecting: true, isVisible: true });
    pass(1000);
    tell(entry);
    expect([seen.visible(), seen.settled()]).toEqual([false, false]);
    tell({ isIntersecting: true, isVisible: true });
    pass(SEEN_MS - 1);
    expect(seen.settled()).toBe(false);
    pass(1);
    expect(seen.settled()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['the window moves', () => (place.screenX = 40)],
    ['the frame moves, where the browser tells', () => (place.mozInnerScreenX = 300)],
    ['the page makes it another size', () => (place.innerWidth = 120)],
  ])('anew after %s, noticed at the latest with the click', (_, move) => {
    tell({ isIntersecting: true });
    tick();
    pass(1000);
    expect(seen.settled()).toBe(true);
    move();
    expect(seen.settled()).toBe(false);
    pass(SEEN_MS);
    expect(seen.settled()).toBe(true);
  });

  it('where the browser tells nothing of what covers it, after the time alone', () => {
    tell({ isIntersecting: true });
    pass(SEEN_MS);
    expect(seen.settled()).toBe(true);
  });
});

it('no listener hears a click on what was not seen, and a person is told when it is covered', () => {
  const refused = vi.fn();
  let state = { settled: false, visible: true };
  guardClicks({ scope: window, seen: { settled: () => state.settled, visible: () => state.visible }, refused });
  const pressed = vi.fn();
  const button = document.body.appendChild(document.createElement('button'));
  button.addEventListener('click', pressed);
  const click = (isTrusted = true) => button.dispatchEvent(Object.defineProperty(new Event('click', { bubbles: true, cancelable: true }), 'isTrusted', { value: isTrusted }));
  click();
  expect([pressed.mock.calls.length, refused.mock.calls.length]).toEqual([0, 0]);
  state = { settled: false, visible: false };
  click(false);
  click();
  expect([pressed.mock.calls.length, refused.mock.calls.length]).toEqual([0, 1]);
  state = { settled: true, visible: true };
  click();
  expect(pressed).toHaveBeenCalledTimes(1);
});
