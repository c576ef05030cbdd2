import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchUnderMenu, type UnderMenuReport } from '@/utils/platform/page/numbers/watch-under-menu';

let reports: UnderMenuReport[];
let active: boolean;
let over: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  reports = [];
  active = true;
  over = new AbortController();
  watchUnderMenu({ scope: window, active: () => active, report: (under) => reports.push(under), signal: over.signal });
});
afterEach(() => {
  over.abort();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

function select(text: string): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.append(paragraph);
  document.getSelection()?.selectAllChildren(paragraph);
  document.dispatchEvent(new Event('selectionchange'));
  vi.runAllTimers();
}

const over_ = (element: Element) => element.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));

describe('what is under a context menu', () => {
  it('is told once, when the selection stands still', () => {
    select('Tel: 070-174 06 07');
    document.dispatchEvent(new Event('selectionchange'));
    vi.runAllTimers();
    expect(reports).toEqual([{ selection: 'Tel: 070-174 06 07', link: null }]);
  });

  it('is not told of texts that hold no number, nor of long ones, until there was one', () => {
    select('just words');
    select(`070-174 06 07 ${'and more '.repeat(40)}`);
    expect(reports).toEqual([]);
    select('070-174 06 07');
    select('just words');
    expect(reports.at(-1)).toEqual({ selection: null, link: null });
  });

  it('is the number link the pointer is over, and no more when it leaves', () => {
    document.body.innerHTML = '<a id="tel" href="tel:+46701740607"><b>Ring</b></a><a id="sms" href="sms:0701740608">SMS</a><a id="web" href="/x">x</a>';
    for (const id of ['tel', 'sms', 'web']) over_(document.getElementById(id)?.firstElementChild ?? (document.getElementById(id) as Element));
    expect(reports.map(({ link }) => link)).toEqual(['tel:+46701740607', 'sms:0701740608', null]);
  });

  it('is told again when the window comes back: another may have told of its own', () => {
    select('070-174 06 07');
    window.dispatchEvent(new Event('focus'));
    expect(reports).toHaveLength(2);
  });

  it('is what is selected in a field, and never in a password’s', () => {
    document.body.innerHTML = '<input value="ring 070-174 06 07 nu"><input type="password" value="0701740607">';
    const [plain, secret] = [...document.querySelectorAll('input')];
    for (const field of [secret, plain]) {
      field?.focus();
      field?.setSelectionRange(0, 99);
      document.dispatchEvent(new Event('selectionchange'));
      vi.runAllTimers();
    }
    expect(reports).toEqual([{ selection: 'ring 070-174 06 07 nu', link: null }]);
  });

  it('is not told while nobody is signed in', () => {
    active = false;
    select('070-174 06 07');
    expect(reports).toEqual([]);
  });
});
