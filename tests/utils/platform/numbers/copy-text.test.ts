import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyText } from '@/utils/platform/page/number-card/copy-text';

/** What lies in the clipboard afterwards. */
let clipboard: string;
let heardByPage: number;
let gesture: boolean;

const setClipboard = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
const onPage = () => (heardByPage += 1);

beforeEach(() => {
  clipboard = '';
  heardByPage = 0;
  gesture = true;
  setClipboard(undefined);
  document.addEventListener('copy', onPage);
  /** As the browser does it: during a gesture it asks the page with an event, and keeps what was set if its own way was prevented. */
  document.execCommand = (command) => {
    if (command !== 'copy' || !gesture) return false;
    const event = new Event('copy', { bubbles: true, cancelable: true });
    let data = '';
    Object.defineProperty(event, 'clipboardData', { value: { setData: (type: string, text: string) => void (data = type === 'text/plain' ? text : '') } });
    document.dispatchEvent(event);
    clipboard = event.defaultPrevented ? data : 'what was selected';
    return true;
  };
});
afterEach(() => {
  document.removeEventListener('copy', onPage);
  vi.restoreAllMocks();
});

it('copies by the clipboard’s own API where the page has it', async () => {
  setClipboard({ writeText: async (text: string) => void (clipboard = text) });
  const asked = vi.spyOn(document, 'execCommand');
  expect(await copyText(document, '08-410 000 10')).toBe(true);
  expect([clipboard, asked.mock.calls]).toEqual(['08-410 000 10', []]);
});

it.each([
  ['has none (http)', undefined],
  ['may not use it', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
])('copies by an event that the page does not hear where it %s', async (_, api) => {
  setClipboard(api);
  expect(await copyText(document, '08-410 000 10')).toBe(true);
  expect([clipboard, heardByPage]).toEqual(['08-410 000 10', 0]);
});

it('leaves the page its own copying afterwards', async () => {
  await copyText(document, '08-410 000 10');
  document.execCommand('copy');
  expect([clipboard, heardByPage]).toEqual(['what was selected', 1]);
});

it('says so when nothing was copied', async () => {
  gesture = false;
  expect(await copyText(document, '08-410 000 10')).toBe(false);
});
