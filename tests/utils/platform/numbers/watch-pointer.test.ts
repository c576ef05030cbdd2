import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeMarkedNumbers } from '@/tests/support/fake-marked-numbers';
import { recordedIntent } from '@/tests/support/recorded-intent';
import { trusted } from '@/tests/support/trusted-event';
import type { NumberCard } from '@/utils/platform/page/number-card/number-card';
import { watchPointer } from '@/utils/platform/page/numbers/watch-pointer';

let over: (string | null)[];
let hands: (string | null)[];
let active: boolean;
let focusInCard: boolean;
let end: AbortController;
let asked: number;
let frames: FrameRequestCallback[];
const card = document.createElement('div');

beforeEach(() => {
  const recorded = recordedIntent();
  over = recorded.over;
  hands = [];
  active = true;
  focusInCard = false;
  asked = 0;
  frames = [];
  end = new AbortController();
  document.body.innerHTML = '<p id="text">08-410 000 10</p><button id="button">070-174 06 07</button><a id="link" href="tel:+46701740608">Erik</a><p id="none">inget</p>';
  document.body.append(card);
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => frames.push(run));
  const marked = fakeMarkedNumbers(document);
  /** No layout here: `y` says which element is under the pointer. */
  const at = (_: number, y: number) => {
    asked += 1;
    return marked.all().find(({ range }) => range.startContainer.parentElement === document.body.children[y]) ?? null;
  };
  const shown: NumberCard = { show: () => undefined, hide: () => undefined, target: null, hasFocus: () => focusInCard, owns: (path) => path.includes(card) };
  const hand = { show: (element: Element | null) => void hands.push(element?.id ?? null), of: () => 'auto' };
  watchPointer({ scope: window, numbers: { ...marked, at }, active: () => active, card: shown, intent: recorded.intent, hand, signal: end.signal });
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

const move = (target: Element | null, more: PointerEventInit = {}, isTrusted = true) => {
  const clientY = target === null ? 0 : [...document.body.children].indexOf(target);
  target?.dispatchEvent(trusted(new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse', clientY, ...more }), isTrusted));
};
const frame = () => frames.splice(0).forEach((run) => run(0));
const on = (id: string, more?: PointerEventInit, isTrusted?: boolean) => {
  move(document.getElementById(id), more, isTrusted);
  frame();
};

describe('the pointer', () => {
  it('over a number in a text has the hand, and is over that number', () => {
    on('text');
    on('none');
    expect([over, hands]).toEqual([['08-410 000 10', null], ['text', null]]);
  });

  it('over a number link is over it, with the page’s own cursor, and no text is asked for', () => {
    on('link');
    expect([over, hands, asked]).toEqual([['+46701740608'], [null], 0]);
  });

  it('over a number in a button of the page keeps the page’s cursor', () => {
    on('button');
    expect([over, hands]).toEqual([['070-174 06 07'], [null]]);
  });

  it('is looked at once a frame, where it is then', () => {
    for (const id of ['none', 'button', 'text']) move(document.getElementById(id));
    frame();
    expect([over, asked]).toEqual([['08-410 000 10'], 1]);
  });

  it('with a button down is over nothing', () => {
    on('text', { buttons: 1 });
    expect(over).toEqual([null]);
  });

  it.each<[string, () => void]>([
    ['a finger', () => on('text', { pointerType: 'touch' })],
    ['an event that a script made', () => on('text', {}, false)],
    ['the pointer while the focus is in the card', () => ((focusInCard = true), on('text'))],
  ])('%s hovers nothing', (_, act) => {
    act();
    expect([over, hands]).toEqual([[], []]);
  });

  it('finds no number where they are off', () => {
    active = false;
    on('text');
    on('link');
    expect([over, hands, asked]).toEqual([[null, null], [null, null], 0]);
  });

  it('on the card leaves the number to the card, and takes the hand away', () => {
    on('text');
    move(card);
    frame();
    expect([over, hands]).toEqual([['08-410 000 10'], ['text', null]]);
  });

  it('that leaves the page, or a watch that ends, is over nothing', () => {
    on('text');
    document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
    expect([over, hands]).toEqual([['08-410 000 10', null], ['text', null]]);
    on('text');
    end.abort();
    expect([over.at(-1), hands.at(-1)]).toEqual([null, null]);
    on('text');
    expect(over).toHaveLength(4);
  });
});
