import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeMarkedNumbers } from '@/tests/support/fake-marked-numbers';
import type { CardTarget } from '@/utils/platform/page/numbers/card-target';
import { nextStep, stepsOf } from '@/utils/platform/page/numbers/step-order';

const PAGE = `<p>Ring 08-410 000 10</p><a href="tel:+46701740608">Erik</a><a href="/kund">Kund</a>
<p>040-10 20 30 eller 070-174 06 07</p><a href="sms:+46701740609">SMS</a><a href="tel:112" hidden>dold</a>`;
const HEIGHT = 1_000;
let tops: Map<string, number>;
let steps: readonly CardTarget[];

/** No layout here: each number is where the test says, else in the viewport. */
beforeEach(() => {
  tops = new Map();
  const rectsOf = (name: string) => [new DOMRect(0, tops.get(name) ?? 100, 80, 18)];
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (this.hasAttribute('hidden') ? [] : rectsOf(this.textContent)) as unknown as DOMRectList;
  });
  document.body.innerHTML = PAGE;
  steps = stepsOf(document, { ...fakeMarkedNumbers(document), rects: ({ text }) => rectsOf(text) });
});
const texts = () => steps.map(({ text }) => text);

it('marked numbers and number links come in the order of the page, hidden ones not', () => {
  expect(texts()).toEqual(['08-410 000 10', '+46701740608', '040-10 20 30', '070-174 06 07', '+46701740609']);
});

it('number links in open shadow roots come where their hosts stand', () => {
  document.body.insertAdjacentHTML('afterbegin', '<div id="host"></div>');
  const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<a href="tel:+46701740610">Eva</a>';
  const numbers = fakeMarkedNumbers(document);
  const known = { ...numbers, rects: () => [new DOMRect(0, 0, 1, 1)], roots: () => [document, ...(root ? [root] : [])] };
  expect(stepsOf(document, known).map(({ text }) => text).slice(0, 2)).toEqual(['+46701740610', '08-410 000 10']);
});

describe('the next step', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, -1, 2],
    [4, 1, 0],
    [0, -1, 4],
  ] as const)('from %i in direction %i is %i', (from, direction, next) => {
    expect(nextStep(steps, steps[from] ?? null, direction, HEIGHT)).toBe(next);
  });

  it('begins with what can be seen', () => {
    tops = new Map([['08-410 000 10', -500], ['Erik', -400], ['070-174 06 07', 1_200], ['SMS', 1_300]]);
    expect(nextStep(steps, null, 1, HEIGHT)).toBe(2);
    expect(nextStep(steps, null, -1, HEIGHT)).toBe(2);
  });

  it('after a number that has left the page begins anew', () => {
    const gone = steps[3] ?? null;
    document.querySelectorAll('p')[1]?.remove();
    steps = steps.filter((one) => one.node.isConnected);
    expect(nextStep(steps, gone, 1, HEIGHT)).toBe(0);
  });

  it('of a page without numbers is none', () => {
    expect(nextStep([], null, 1, HEIGHT)).toBe(-1);
    expect(nextStep([], null, -1, HEIGHT)).toBe(-1);
  });
});
