import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordedIntent } from '@/tests/support/recorded-intent';
import { trusted } from '@/tests/support/trusted-event';
import { watchFocus } from '@/utils/platform/page/numbers/watch-focus';

let over: (string | null)[];
let active: boolean;
let end: AbortController;
/** The browser would draw a focus ring: the person uses the keyboard. */
let visible: boolean;

beforeEach(() => {
  const recorded = recordedIntent();
  over = recorded.over;
  active = true;
  visible = true;
  end = new AbortController();
  document.body.innerHTML = '<a id="tel" href="tel:+46701740608"><b>Erik</b></a><a id="page" href="/kund">Kund</a><input id="field">';
  vi.spyOn(Element.prototype, 'matches').mockImplementation((selector: string) => selector === ':focus-visible' && visible);
  watchFocus({ scope: window, active: () => active, intent: recorded.intent, signal: end.signal });
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

const fire = (type: 'focusin' | 'focusout', id: string, isTrusted = true) =>
  document.getElementById(id)?.dispatchEvent(trusted(new FocusEvent(type, { bubbles: true, composed: true }), isTrusted));

it('a number link that gets the focus by keyboard is what the person is over, until it loses it', () => {
  fire('focusin', 'tel');
  fire('focusout', 'tel');
  expect(over).toEqual(['+46701740608', null]);
});

it.each<[string, () => void]>([
  ['another link', () => fire('focusin', 'page')],
  ['a field', () => fire('focusin', 'field')],
  ['a focus that a click gave', () => ((visible = false), fire('focusin', 'tel'))],
  ['an event that a script made', () => fire('focusin', 'tel', false)],
  ['a page where numbers are off', () => ((active = false), fire('focusin', 'tel'))],
])('%s is none, and losing the focus changes nothing', (_, focus) => {
  focus();
  fire('focusout', 'tel');
  expect(over).toEqual([]);
});

it('says nothing when it has ended', () => {
  end.abort();
  fire('focusin', 'tel');
  expect(over).toEqual([]);
});
