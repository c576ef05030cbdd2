import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeMarkedNumbers } from '@/tests/support/fake-marked-numbers';
import { watchNumberClicks } from '@/utils/platform/page/numbers/number-clicks';
import type { MarkedNumber } from '@/utils/platform/page/numbers/marked-number';

let dialled: (string | null)[];
let active: boolean;
let cursor: string;
let over: AbortController;

beforeEach(() => {
  dialled = [];
  active = true;
  cursor = 'auto';
  over = new AbortController();
  document.body.innerHTML = '';
  const all = fakeMarkedNumbers(document);
  // There is no layout here: every point is on the first number.
  const numbers = { ...all, at: (): MarkedNumber | null => all.all()[0] ?? null };
  const cursorOf = () => cursor;
  watchNumberClicks({ scope: window, numbers, active: () => active, cursorOf, dial: ({ found }) => dialled.push(found.e164), signal: over.signal });
});
afterEach(() => {
  over.abort();
  getSelection()?.removeAllRanges();
});

function page(html: string): Element {
  document.body.innerHTML = html;
  return document.getElementById('n') ?? document.body;
}

/** Only the browser itself can stamp an event trusted, so the stamp is put on here. */
function send(target: Element, type: string, init: MouseEventInit, isTrusted = true): MouseEvent {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, detail: 1, clientX: 50, clientY: 50, ...init });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
  return event;
}
function click(target: Element, init: MouseEventInit = {}, isTrusted = true): MouseEvent {
  send(target, 'mousedown', { ...init, clientX: 50, clientY: 50 }, isTrusted);
  return send(target, 'click', init, isTrusted);
}
const TEXT = '<p id="n">Ring 070-174 06 07</p>';

describe('a click on a marked number', () => {
  it('dials it once, and is not taken from the page', () => {
    const event = click(page(TEXT));
    expect([dialled, event.defaultPrevented]).toEqual([['+46701740607'], false]);
  });

  it('made by a script dials nothing', () => {
    const target = page(TEXT);
    click(target, {}, false);
    // A script that waits for a person's press and then clicks itself.
    send(target, 'mousedown', {});
    send(target, 'click', {}, false);
    expect(dialled).toEqual([]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }, { button: 2 }])('with %o dials nothing', (init) => {
    click(page(TEXT), init);
    expect(dialled).toEqual([]);
  });

  it('that is the second or third of a row selects, and dials no more', () => {
    const target = page(TEXT);
    for (const detail of [1, 2, 3]) click(target, { detail });
    expect(dialled).toEqual(['+46701740607']);
  });

  it('at the end of a drag dials nothing', () => {
    click(page(TEXT), { clientX: 90 });
    expect(dialled).toEqual([]);
  });

  it('that leaves text selected dials nothing', () => {
    const target = page(TEXT);
    getSelection()?.selectAllChildren(target);
    click(target);
    expect(dialled).toEqual([]);
  });

  it('dials nothing while nobody is signed in, and after the script let go', () => {
    const target = page(TEXT);
    active = false;
    click(target);
    active = true;
    over.abort();
    click(target);
    expect(dialled).toEqual([]);
  });
});

describe('a click that is the page’s', () => {
  it.each([
    ['a link', '<a href="/kund/1"><b id="n">070-174 06 07</b></a>'],
    ['a button', '<button><b id="n">070-174 06 07</b></button>'],
    ['a summary', '<details><summary id="n">070-174 06 07</summary></details>'],
    ['a label', '<label id="n">070-174 06 07 <input type="radio"></label>'],
    ['something with a handler', '<div onclick="open()"><b id="n">070-174 06 07</b></div>'],
    ['a row that is an option', '<div role="option"><b id="n">070-174 06 07</b></div>'],
    ['a tab', '<div role="tab" id="n">070-174 06 07</div>'],
  ])('%s', (_, html) => {
    click(page(html));
    expect(dialled).toEqual([]);
  });

  it('where it shows the hand', () => {
    cursor = 'pointer';
    click(page(TEXT));
    expect(dialled).toEqual([]);
  });

  it('when a listener of its own prevents it, wherever', () => {
    const target = page(TEXT);
    const prevent = (event: Event) => event.preventDefault();
    document.body.addEventListener('click', prevent);
    click(target);
    document.body.removeEventListener('click', prevent);
    expect(dialled).toEqual([]);
  });

  it('in an editor', () => {
    const target = page(TEXT);
    Object.defineProperty(target, 'isContentEditable', { value: true });
    click(target);
    expect(dialled).toEqual([]);
  });

  it('but not for a handler on the body, nor for a listener that only stops it', () => {
    document.body.setAttribute('onclick', '');
    const target = page(TEXT);
    target.addEventListener('click', (event) => event.stopPropagation());
    click(target);
    document.body.removeAttribute('onclick');
    expect(dialled).toEqual(['+46701740607']);
  });
});

it('a number inside a tel: link is dialled by the link alone', () => {
  click(page('<a href="tel:+46701740607" id="n">070-174 06 07</a> 070-174 06 08'));
  expect(dialled).toEqual([]);
});
