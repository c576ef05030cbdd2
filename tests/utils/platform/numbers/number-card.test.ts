import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CARD_PARTS } from '@/tests/support/card-parts';
import type { CardParts } from '@/utils/contract/card-parts';
import type { CardActions, Description } from '@/utils/platform/page/number-card/card-actions';
import { createNumberCard, SEEN_MS, UNDO_MS, type NumberCard } from '@/utils/platform/page/number-card/number-card';
import type { CardTarget } from '@/utils/platform/page/numbers/card-target';

let root: ShadowRoot | undefined;
let asked: string[];
let works: boolean;
let about: Description | null;
let closed: number;
let card: NumberCard;
let boxes: DOMRect[];
let over: AbortController;
let parts: CardParts | null;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  works = true;
  about = null;
  parts = CARD_PARTS;
  closed = 0;
  over = new AbortController();
  boxes = [new DOMRect(100, 100, 110, 18)];
  document.body.innerHTML = '<p>070-1740607</p><input id="field">';
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1_000);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(700);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    asked.push(`root ${init.mode}`);
    root = attach.call(this, { ...init, mode: 'open' });
    return root;
  });
  const done = (what: string) => {
    asked.push(what);
    return Promise.resolve(works);
  };
  const actions: CardActions = {
    describe: () => Promise.resolve(about),
    call: (dial) => done(`call ${dial}`),
    sms: (number) => done(`sms ${number}`),
    copy: (text) => done(`copy ${text}`),
    addContact: (number) => done(`contact ${number}`),
    notANumber: (text, undo) => done(`not a number ${text} ${undo}`),
    siteOff: (undo) => done(`site off ${undo}`),
  };
  const word = (key: string, substitutions: string[] = []) => [key.replace(/.*\./, ''), ...substitutions].join(' ');
  card = createNumberCard({ scope: window, word, parts: () => parts, actions, onCard: () => undefined, closed: () => (closed += 1), signal: over.signal });
});
afterEach(() => {
  card.hide();
  over.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const target = (more: Partial<CardTarget> = {}): CardTarget => ({
  text: '070-1740607',
  dial: 'tel:+46701740607;ext=12',
  number: '+46701740607',
  extension: '12',
  kind: 'mobile',
  teach: '0701740607',
  address: false,
  marked: null,
  node: document.querySelector('p') ?? document.body,
  rects: () => boxes,
  ...more,
});
const shown = () => document.documentElement.querySelector('[popover], html > div') !== null;
const dialog = () => root?.querySelector('[role=dialog]');
const labels = () => [...(root?.querySelectorAll('button') ?? [])].map((button) => button.textContent);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Only the browser itself can stamp an event trusted, so the stamp is put on here. */
async function press(label: string, isTrusted = true) {
  const button = [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent === label);
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  button?.dispatchEvent(event);
  await pass(0);
}
function key(name: string, more: KeyboardEventInit = {}, type = 'keydown') {
  const event = new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true, composed: true, ...more });
  Object.defineProperty(event, 'isTrusted', { value: true });
  (root?.activeElement ?? document.activeElement ?? document.body).dispatchEvent(event);
  return event;
}
async function open(one = target(), position?: { at: number; of: number }) {
  card.show(one, position);
  await pass(SEEN_MS);
}

describe('the card', () => {
  it('is in the page only while it is shown, behind a closed root', async () => {
    expect(document.documentElement.children.length).toBe(2);
    await open();
    expect([document.documentElement.children.length, asked]).toEqual([3, ['root closed']]);
    card.hide();
    expect(document.documentElement.children.length).toBe(2);
  });

  it('waits for its look', () => {
    parts = null;
    card.show(target());
    expect([shown(), card.target]).toEqual([false, null]);
  });

  it('shows the number as written, and then as the region writes it', async () => {
    card.show(target({ kind: null }));
    expect(dialog()?.querySelector('.number')?.textContent).toBe('070-1740607');
    card.hide();
    about = { formatted: '070-174 06 07', e164: '+46701740607', country: 'SE', kind: 'mobile' };
    await open(target({ kind: null }));
    expect(dialog()?.querySelector('.number')?.textContent).toBe('070-174 06 07');
    expect(dialog()?.querySelector('.line')?.textContent).toMatch(/^kindMobile · .+ · extension 12$/);
  });

  it.each<[string, Partial<CardTarget>, string[]]>([
    ['a marked number', {}, ['call', 'sms', 'copy', 'contact', 'notANumber', 'siteOff']],
    ['a link', { teach: null }, ['call', 'sms', 'copy', 'contact', 'siteOff']],
    ['an address', { teach: null, address: true }, ['call', 'copy', 'siteOff']],
  ])('of %s offers what can be done with it', async (_, more, buttons) => {
    await open(target(more));
    expect(labels()).toEqual(buttons);
  });

  it.each([
    ['call', 'call tel:+46701740607;ext=12'],
    ['sms', 'sms +46701740607'],
    ['copy', 'copy 070-1740607'],
    ['contact', 'contact +46701740607'],
  ])('%s: %s', async (label, done) => {
    await open();
    await press(label);
    expect(asked.slice(1)).toEqual([done]);
    expect(shown()).toBe(label === 'copy');
  });

  it('says that it copied, for a moment', async () => {
    await open();
    await press('copy');
    expect(labels()).toContain('copied');
    await pass(2_000);
    expect(labels()).toContain('copy');
  });

  it('says so when it could not', async () => {
    works = false;
    await open();
    await press('contact');
    expect([shown(), dialog()?.querySelector('[role=alert]')?.textContent]).toEqual([true, 'internal']);
  });
});

describe('a press', () => {
  it('of a script does nothing', async () => {
    await open();
    await press('call', false);
    expect(asked).toEqual(['root closed']);
  });

  it('on a card that has just come, or just moved under the pointer, does nothing', async () => {
    card.show(target());
    await pass(SEEN_MS - 1);
    await press('call');
    boxes = [new DOMRect(300, 300, 110, 18)];
    await pass(SEEN_MS);
    await press('call');
    expect(asked).toEqual(['root closed']);
    await pass(SEEN_MS);
    await press('call');
    expect(asked).toHaveLength(2);
  });
});

describe('what changes the site', () => {
  it.each([
    ['notANumber', 'not a number 0701740607'],
    ['siteOff', 'site off'],
  ])('%s can be taken back, though the number is no longer there', async (label, what) => {
    await open();
    await press(label);
    boxes = [];
    await pass(SEEN_MS);
    expect(labels()).toEqual(['undo']);
    card.hide();
    await press('undo');
    expect(asked.slice(1)).toEqual([`${what} false`, `${what} true`]);
    expect(shown()).toBe(false);
  });

  it('is offered to be taken back for some seconds', async () => {
    await open();
    await press('siteOff');
    await pass(UNDO_MS - 1);
    expect(shown()).toBe(true);
    await pass(1);
    expect(shown()).toBe(false);
  });

  it('and fails gives the buttons back, with the reason', async () => {
    works = false;
    await open();
    await press('notANumber');
    expect(labels()).toContain('call');
    expect(dialog()?.querySelector('[role=alert]')?.textContent).toBe('internal');
  });
});

describe('it closes', () => {
  it('when the number vanishes', async () => {
    await open();
    boxes = [];
    await pass(SEEN_MS);
    expect([shown(), closed]).toEqual([false, 1]);
  });

  it('by Escape, which the page never hears', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(`${event.type} ${event.key}`);
    for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, listen, { capture: true });
    await open();
    const event = key('Escape');
    key('Escape', {}, 'keyup');
    expect([shown(), event.defaultPrevented, heard]).toEqual([false, true, []]);
    key('Escape');
    expect(heard).toEqual(['keydown Escape']);
    for (const type of ['keydown', 'keyup'] as const) window.removeEventListener(type, listen, { capture: true });
  });

  it('when a person presses elsewhere, and not when a script pretends to', async () => {
    await open();
    document.body.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    expect(shown()).toBe(true);
    const event = new MouseEvent('pointerdown', { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    document.body.dispatchEvent(event);
    expect(shown()).toBe(false);
  });
});

describe('by keyboard', () => {
  const field = () => document.getElementById('field');
  beforeEach(() => field()?.focus());

  it('has the focus on Call, a ring round the number and a name that says which it is', async () => {
    await open(target(), { at: 3, of: 17 });
    expect(root?.activeElement?.textContent).toBe('call');
    expect(root?.querySelectorAll('.ring')).toHaveLength(1);
    expect(dialog()?.getAttribute('aria-label')).toBe('label 070-1740607, position 3 17');
  });

  it('under the pointer it takes no focus', async () => {
    await open();
    expect([document.activeElement, root?.querySelectorAll('.ring').length]).toEqual([field(), 0]);
  });

  it.each([
    ['Escape', {}],
    ['Tab past the first button', { key: 'Tab', shiftKey: true }],
  ])('%s closes it and gives the focus back, also after several steps', async (_, more) => {
    await open(target(), { at: 1, of: 2 });
    await open(target(), { at: 2, of: 2 });
    key('Escape', more);
    expect([shown(), document.activeElement]).toEqual([false, field()]);
  });

  it('Tab inside it moves on', async () => {
    await open(target(), { at: 1, of: 2 });
    expect(key('Tab').defaultPrevented).toBe(false);
    expect(shown()).toBe(true);
  });
});
