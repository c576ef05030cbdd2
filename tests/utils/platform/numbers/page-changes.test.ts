import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageChanges } from '@/utils/platform/page/numbers/page-changes';

let told: number;
let changes: PageChanges;
beforeEach(() => {
  document.body.innerHTML = '<p>a<i>b</i>c</p>';
  told = 0;
  changes = new PageChanges(window as unknown as Window & typeof globalThis, () => document.body, () => told++);
  changes.watch(document);
});
afterEach(() => changes.dispose());

const later = () => new Promise((done) => setTimeout(done));
const p = () => document.querySelector('p') as HTMLElement;

describe('changes of a page', () => {
  it('tell once of many, and once more after they were taken', async () => {
    for (let at = 0; at < 50; at++) p().append(document.createTextNode(String(at)));
    await later();
    p().append('x');
    await later();
    expect([told, changes.take().nodes.length]).toEqual([1, 51]);
    p().append('y');
    await later();
    expect(told).toBe(2);
  });

  it('are what came, what was written over, and what stood beside something that went', async () => {
    const [a, i, c] = p().childNodes;
    i?.remove();
    (a as Text).data = 'z';
    p().setAttribute('contenteditable', '');
    p().setAttribute('class', 'no news');
    await later();
    const { nodes, limits, gone } = changes.take();
    expect([new Set(nodes), limits, gone]).toEqual([new Set([a, c]), [p()], 1]);
  });

  it('of texts that do not matter are told to nobody', async () => {
    changes.dispose();
    changes = new PageChanges(window as unknown as Window & typeof globalThis, () => document.body, () => told++, ({ data }) => data === 'x');
    changes.watch(document);
    const [a, , c] = p().childNodes as unknown as Text[];
    (a as Text).data = 'z';
    await later();
    expect(told).toBe(0);
    (c as Text).data = 'x';
    await later();
    expect([told, changes.take().nodes]).toEqual([1, [c]]);
  });

  it('that are too many to tell apart are the whole page', async () => {
    const many = document.createDocumentFragment();
    for (let at = 0; at < 20_001; at++) many.append(document.createTextNode(''));
    p().append(many);
    await later();
    expect(changes.take().nodes).toEqual([document.body]);
  });
});
