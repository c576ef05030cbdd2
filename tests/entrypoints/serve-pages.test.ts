import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '#imports';
import { servePages } from '@/entrypoints/background/serve-pages';
import type { Sender } from '@/utils/messaging/messenger';
import { createReceiver } from '@/utils/messaging/receiver';
import { createPageNumbersStore } from '@/utils/storage/page-numbers-store';
import { FakeBus } from '@/tests/support/fake-messenger';
import { FakeLogger } from '@/tests/support/fake-logger';
import { OWN, pageSender, panelSender, popupSender, workerSender } from '@/tests/support/senders';

let bus: FakeBus;
let opened: string[];
let shown: unknown[];
const settings = createPageNumbersStore(browser.storage, (_, run) => run());
const inFrame: Sender = { ...pageSender(1, 4), url: 'https://ads.example/banner', tab: { id: 1, url: 'https://crm.example/contacts' } };

beforeEach(() => {
  fakeBrowser.reset();
  bus = new FakeBus();
  opened = [];
  shown = [];
  const receiver = createReceiver({ messenger: bus.context(workerSender), own: OWN, redeemed: () => true, log: new FakeLogger() });
  servePages({
    receiver,
    settings,
    menu: { install: () => undefined, show: async (under) => void shown.push(under), hide: async () => undefined },
    contacts: { open: async (number) => void opened.push(number) },
  });
});

describe('what a page teaches', () => {
  it('is an exception on the site of the frame it comes from, until it is undone', async () => {
    const page = bus.context(inFrame);
    expect(await page.send('numbers.notANumber', { text: '5561234567', undo: false })).toEqual({ ok: true });
    expect((await settings.read()).exceptions).toEqual([{ site: 'ads.example', text: '5561234567' }]);
    await page.send('numbers.notANumber', { text: '5561234567', undo: true });
    expect((await settings.read()).exceptions).toEqual([]);
  });

  it('switches off the site of its tab, which the message cannot name', async () => {
    const page = bus.context(inFrame);
    await page.send('numbers.siteOff', { undo: false, site: 'bank.example' } as { undo: boolean });
    expect((await settings.read()).sitesOff).toEqual(['crm.example']);
    await page.send('numbers.siteOff', { undo: true });
    expect((await settings.read()).sitesOff).toEqual([]);
  });

  it('has the top frame ask for itself where the browser does not tell whose the tab is', async () => {
    const asked = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined);
    await bus.context({ ...inFrame, tab: { id: 1 } }).send('numbers.siteOff', { undo: false });
    expect(asked).toHaveBeenCalledWith(1, { kind: 'numbers.switchSite', undo: false }, { frameId: 0 });
    expect((await settings.read()).sitesOff).toEqual([]);
    asked.mockRestore();
  });

  it.each([
    ['a text that is no number', inFrame, { text: 'Eva', undo: false }, 'invalid-input'],
    ['the popup', popupSender, { text: '1', undo: false }, 'not-allowed'],
    ['the panel', panelSender(1), { text: '1', undo: false }, 'not-allowed'],
    ['a sandboxed frame of nobody', { ...inFrame, url: 'about:srcdoc', origin: 'null', tab: { id: 1 } }, { text: '1', undo: false }, 'not-allowed'],
  ] as const)('is refused from %s', async (_, sender, input, error) => {
    expect(await bus.context(sender).send('numbers.notANumber', input)).toEqual({ ok: false, error });
    expect((await settings.read()).exceptions).toEqual([]);
  });
});

describe('what a page asks for', () => {
  it('is the number plans, read once for all frames', async () => {
    const read = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{"version":4}'));
    const answers = await Promise.all([1, 2].map((tab) => bus.context(pageSender(tab)).send('numbers.finderData', {})));
    expect(answers).toEqual([1, 2].map(() => ({ ok: true, data: '{"version":4}' })));
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });

  it('is how the card of a number looks', async () => {
    const answer = await bus.context(pageSender(1)).send('numbers.cardParts', {});
    expect(answer).toMatchObject({ ok: true, style: expect.stringContaining(':host{'), icons: { call: expect.stringMatching(/^M/) } });
  });

  it('is the form for a contact; the popup and the panel may ask for it too', async () => {
    for (const sender of [pageSender(1), popupSender, panelSender(1)]) await bus.context(sender).send('contacts.openAdd', { number: ' +46701740607 ' });
    expect(opened).toEqual(Array(3).fill('+46701740607'));
    expect(await bus.context(pageSender(1)).send('contacts.openAdd', { number: '1'.repeat(41) })).toMatchObject({ ok: false });
  });

  it('is a menu for what is selected', async () => {
    await bus.context(pageSender(1)).send('numbers.underMenu', { selection: '070-174 06 07', link: null });
    expect(shown).toEqual([{ selection: '070-174 06 07', link: null }]);
  });
});
