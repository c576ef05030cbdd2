import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMessenger, type Messenger, type Sender } from '@/utils/messaging/messenger';
import { createPageMessenger, type Asker } from '@/utils/messaging/page-messenger';
import { pageSender } from '@/tests/support/senders';

type Listener = (message: object, sender: Sender, respond: (answer: unknown) => void) => boolean;

let listeners: Listener[];
let shell: Messenger;
let page: Asker;

beforeEach(() => {
  listeners = [];
  const onMessage = { addListener: (listener: Listener) => void listeners.push(listener), removeListener: () => undefined };
  vi.stubGlobal('chrome', { runtime: { onMessage } });
  /** As a browser does it: whoever answers first is heard, and without one the answer is undefined. */
  const sendMessage = (message: object) =>
    new Promise<unknown>((done) => {
      const answering = listeners.map((listener) => listener(structuredClone(message), pageSender(4), done));
      if (!answering.includes(true)) done(undefined);
    });
  shell = createMessenger();
  page = createPageMessenger(() => ({ sendMessage }));
});
afterEach(() => vi.unstubAllGlobals());

it('is heard by the messenger of the other contexts, with the sender the browser stamped, and hears its answer', async () => {
  const heard: unknown[] = [];
  shell.receive('numbers.siteOff', async (input, sender) => {
    heard.push([input, sender.tab?.id]);
    return { ok: true };
  });
  expect(await page.send('numbers.siteOff', { undo: true })).toEqual({ ok: true });
  expect(heard).toEqual([[{ undo: true }, 4]]);
});

it('rejects with what went wrong at the other end', async () => {
  shell.receive('numbers.siteOff', () => Promise.reject(new Error('no storage')));
  await expect(page.send('numbers.siteOff', { undo: true })).rejects.toThrow('no storage');
});

it('rejects with "No response" when nobody takes it: that may be sent again', async () => {
  await expect(page.send('numbers.siteOff', { undo: true })).rejects.toThrow(/^No response$/);
});

it('rejects when the script is an orphan, whose runtime has gone', async () => {
  const orphan = createPageMessenger(() => {
    throw new TypeError('runtime is undefined');
  });
  await expect(orphan.send('panel.hello', {})).rejects.toThrow('undefined');
});
