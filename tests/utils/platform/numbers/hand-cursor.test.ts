import { beforeEach, expect, it } from 'vitest';
import { createHandCursor } from '@/utils/platform/page/numbers/hand-cursor';

/** Elements that know which animations hold on them; what is under an animated one has its hand too. */
let animated: Set<Element>;
const element = (parent?: Element) => {
  const made = document.createElement('p');
  parent?.append(made);
  made.animate = (frames, options) => {
    expect([frames, options]).toEqual([[{ cursor: 'pointer' }, { cursor: 'pointer' }], { duration: 0, fill: 'forwards' }]);
    animated.add(made);
    return { cancel: () => animated.delete(made) } as unknown as Animation;
  };
  return made;
};
const view = { getComputedStyle: (one: Element) => ({ cursor: [...animated].some((up) => up.contains(one)) ? 'pointer' : 'text' }) } as unknown as Window;
beforeEach(() => {
  animated = new Set();
});

it('is over one element at a time, and leaves nothing behind', () => {
  const hand = createHandCursor(view);
  const [one, other] = [element(), element()];
  hand.show(one);
  hand.show(one);
  hand.show(other);
  expect([...animated]).toEqual([other]);
  hand.show(null);
  expect(animated.size).toBe(0);
  expect(one.outerHTML).toBe('<p></p>');
});

it('knows the page’s own cursor while it is shown, also inside the element', () => {
  const hand = createHandCursor(view);
  const one = element();
  hand.show(one);
  expect([hand.of(one), hand.of(element(one))]).toEqual(['text', 'text']);
  expect([...animated]).toEqual([one]);
});
