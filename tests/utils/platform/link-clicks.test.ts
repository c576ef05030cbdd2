import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchLinkClicks } from '@/utils/platform/page/link-clicks';

let dialled: string[];
let active: boolean;
let over: AbortController;
beforeEach(() => {
  dialled = [];
  active = true;
  over = new AbortController();
  document.body.innerHTML = '';
  watchLinkClicks({ scope: window, active: () => active, dial: (target) => dialled.push(target), signal: over.signal });
});
afterEach(() => over.abort());

function link(href: string, parent: Node = document.body): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.innerHTML = '<span>call</span>';
  parent.appendChild(anchor);
  return anchor;
}

/** A click as a person makes it; only the browser itself can stamp it trusted, so the stamp is put on here. */
function click(target: Element, init: MouseEventInit = {}, isTrusted = true): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
  return event;
}

describe('a click on a number link', () => {
  it.each([
    ['tel:+46701740607', 'tel:+46701740607'],
    ['callto:08-410%20000%2010', 'callto:08-410 000 10'],
    ['sip:anna@one.example', 'sip:anna@one.example'],
    ['sips:anna@one.example', 'sips:anna@one.example'],
    ['TEL:112', 'tel:112'],
    ['tel:100%', 'tel:100%'],
  ])('%s is dialled and not opened', (href, target) => {
    const event = click(link(href).firstElementChild as Element);
    expect(dialled.map((one) => one.replace(/^TEL/, 'tel'))).toEqual([target]);
    expect(event.defaultPrevented).toBe(true);
  });

  it.each(['sms:+46701740607', 'https://example.se/tel:112', 'mailto:a@b.se'])('%s stays with the browser', (href) => {
    const event = click(link(href));
    expect([dialled, event.defaultPrevented]).toEqual([[], false]);
  });

  it('in an open shadow root is dialled', () => {
    const host = document.createElement('div');
    document.body.append(host);
    click(link('tel:112', host.attachShadow({ mode: 'open' })).firstElementChild as Element);
    expect(dialled).toEqual(['tel:112']);
  });

  it('made by a script dials nothing and is not touched', () => {
    const event = click(link('tel:112'), {}, false);
    expect([dialled, event.defaultPrevented]).toEqual([[], false]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])('with %o is the browser’s', (init) => {
    const event = click(link('tel:112'), init);
    expect([dialled, event.defaultPrevented]).toEqual([[], false]);
  });

  it('goes on as ever while nobody is signed in', () => {
    active = false;
    const event = click(link('tel:112'));
    expect([dialled, event.defaultPrevented]).toEqual([[], false]);
  });

  it('in an editor places the caret', () => {
    const editor = document.createElement('div');
    Object.defineProperty(editor, 'isContentEditable', { value: true });
    document.body.append(editor);
    click(link('tel:112', editor));
    expect(dialled).toEqual([]);
  });
});

describe('a page with listeners of its own', () => {
  it('keeps the click when it prevents it, wherever on the way up', () => {
    const anchor = link('tel:112');
    const onBody = (event: Event) => event.preventDefault();
    document.body.addEventListener('click', onBody);
    click(anchor);
    document.body.removeEventListener('click', onBody);
    expect(dialled).toEqual([]);
  });

  it('does not lose its call when it stops the event', () => {
    const anchor = link('tel:112');
    anchor.addEventListener('click', (event) => event.stopPropagation());
    const event = click(anchor.firstElementChild as Element);
    expect([dialled, event.defaultPrevented]).toEqual([['tel:112'], true]);
  });

  it('hears the click once, and each click dials once', () => {
    const anchor = link('tel:112');
    let heard = 0;
    anchor.addEventListener('click', () => (heard += 1));
    click(anchor);
    click(anchor);
    expect([heard, dialled]).toEqual([2, ['tel:112', 'tel:112']]);
  });
});

it('an orphaned script lets go', () => {
  over.abort();
  const event = click(link('tel:112'));
  expect([dialled, event.defaultPrevented]).toEqual([[], false]);
});
