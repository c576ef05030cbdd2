import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelPlacement } from '@/utils/messaging/shell-messages';
import type { PanelMessage } from '@/utils/platform/page/panel-messages';
import { createPanelPlace } from '@/utils/platform/shell/panel-place';
import { createPanelTickets } from '@/utils/messaging/panel-tickets';
import { FakePortServer } from '@/tests/support/fake-port';

/** A browser with windows and tabs; `deaf` tabs have no content script. */
class FakeTabs {
  windows = [{ id: 1, type: 'normal', active: 10 }];
  focused: { id: number; type: string } = { id: 1, type: 'normal' };
  readonly deaf = new Set<number>();
  readonly shown = new Set<number>();
  readonly told: [number, PanelMessage['kind']][] = [];
  readonly small: boolean[] = [];
  /** Pages that let no frames in. */
  readonly barred = new Set<number>();
  inFront = false;
  readonly tickets = createPanelTickets({ randomId: () => crypto.randomUUID(), onLost: () => undefined });

  place(tabId: number | null): PanelPlacement {
    const drawable = tabId === null || !this.barred.has(tabId);
    return { ...this.tickets.place(drawable ? tabId : null), drawable, inFront: this.inFront };
  }

  readonly api = {
    tabs: {
      query: async ({ windowId }: { windowId: number }) =>
        this.windows.filter(({ id }) => id === windowId).map(({ active }) => ({ id: active })),
      sendMessage: async (tabId: number, message: PanelMessage) => {
        if (this.deaf.has(tabId)) throw new Error('Could not establish connection. Receiving end does not exist.');
        this.told.push([tabId, message.kind]);
        if (message.kind === 'panel.hide') this.shown.delete(tabId);
        else this.#show(tabId);
      },
    },
    windows: {
      getLastFocused: async () => this.focused,
      getAll: async () => this.windows,
    },
  };

  #show(tabId: number): void {
    const server = new FakePortServer();
    server.addListener((port) => this.tickets.anchor(tabId, port));
    server.connect('panel-anchor', {}).onDisconnect.addListener(() => this.shown.delete(tabId));
    this.shown.add(tabId);
  }
}

let browser: FakeTabs;
let place: (wanted: boolean) => Promise<void>;
/** Whether the small window is there. */
const small = () => browser.small.at(-1);
const shown = () => [...browser.shown];
beforeEach(() => {
  browser = new FakeTabs();
  const run = createPanelPlace({
    browser: browser.api,
    place: async (tabId) => browser.place(tabId),
    smallWindow: async (wanted) => void browser.small.push(wanted),
  });
  place = (wanted) => run({ wanted, freshTab: null });
});

describe('the panel', () => {
  it('is on the active tab, once', async () => {
    await place(true);
    await place(true);
    expect([shown(), browser.told]).toEqual([[10], [[10, 'panel.show']]]);
  });

  it('follows to the tab that is switched to', async () => {
    await place(true);
    browser.windows = [{ id: 1, type: 'normal', active: 11 }];
    await place(true);
    expect(shown()).toEqual([11]);
  });

  it('follows to the window that is focused', async () => {
    browser.windows = [
      { id: 1, type: 'normal', active: 10 },
      { id: 2, type: 'normal', active: 20 },
    ];
    await place(true);
    browser.focused = { id: 2, type: 'normal' };
    await place(true);
    expect(shown()).toEqual([20]);
  });

  it('stays with the page while a window of ours has the focus', async () => {
    browser.windows = [
      { id: 1, type: 'normal', active: 10 },
      { id: 2, type: 'normal', active: 20 },
    ];
    browser.focused = { id: 2, type: 'normal' };
    await place(true);
    browser.focused = { id: 9, type: 'popup' };
    await place(true);
    expect(shown()).toEqual([20]);
  });

  it('is nowhere when nothing is to be shown', async () => {
    await place(true);
    await place(false);
    expect(shown()).toEqual([]);
  });

  it('is nowhere on a tab that cannot show it, and comes on the next that can', async () => {
    await place(true);
    browser.deaf.add(12);
    browser.windows = [{ id: 1, type: 'normal', active: 12 }];
    await place(true);
    expect([shown(), small()]).toEqual([[], true]);
    browser.windows = [{ id: 1, type: 'normal', active: 10 }];
    await place(true);
    expect([shown(), small()]).toEqual([[10], false]);
  });

  it('gives way to the small window on a page that lets no frames in, and where there is no page at all', async () => {
    await place(true);
    browser.barred.add(10);
    await place(true);
    expect([shown(), small()]).toEqual([[], true]);
    browser.windows = [];
    browser.focused = { id: 9, type: 'popup' };
    await place(true);
    expect(small()).toBe(true);
    await place(false);
    expect(small()).toBe(false);
  });

  it('needs no small window beside a page of ours that shows the call', async () => {
    browser.deaf.add(10);
    browser.inFront = true;
    await place(true);
    expect([shown(), small()]).toEqual([[], false]);
  });
});
