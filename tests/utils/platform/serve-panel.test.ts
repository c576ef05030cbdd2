import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelHeight, PanelMessage } from '@/utils/platform/page/panel-messages';
import type { PageFlags } from '@/utils/platform/page/page-flags';
import { NO_FLAGS } from '@/utils/platform/page/read-page-flags';
import { servePanel } from '@/utils/platform/page/serve-panel';
import { FakePortServer } from '@/tests/support/fake-port';
import type { PortLike } from '@/utils/messaging/state-port';

let alive: boolean;
let flags: PageFlags;
let hello: ReturnType<typeof vi.fn<() => Promise<unknown>>>;
let over: AbortController;
let anchors: FakePortServer;
let host: PortLike | null;
let tell: (message: PanelMessage) => void;

beforeEach(() => {
  alive = true;
  flags = { ...NO_FLAGS, dial: true };
  hello = vi.fn(async () => undefined);
  over = new AbortController();
  anchors = new FakePortServer();
  host = null;
  anchors.addListener((port) => {
    host = port;
  });
});
afterEach(() => over.abort());

function start(): void {
  servePanel({
    scope: window,
    runtime: {
      connect: ({ name }) => anchors.connect(name, {}) as never,
      getURL: (path) => `chrome-extension://made-up-host${path}`,
      onMessage: {
        addListener: (listener) => {
          tell = listener;
        },
      },
    },
    flags: { now: () => flags, first: Promise.resolve(flags) },
    alive: () => alive,
    hello,
    signal: over.signal,
  });
}

const panels = () => [...document.documentElement.children].filter(({ localName }) => localName === 'div');

describe('the panel in a page', () => {
  it('is one element whose inside the page cannot reach', () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1', style: ':host{}' });
    tell({ kind: 'panel.show', ticket: 't2', style: ':host{}' });
    expect(panels()).toHaveLength(1);
    expect(panels()[0]?.shadowRoot).toBeNull();
    expect(document.querySelector('iframe')).toBeNull();
    expect(document.documentElement.outerHTML).not.toMatch(/made-up-host|t2/);
  });

  it.each<[string, () => void]>([
    ['the shell says so', () => tell({ kind: 'panel.hide' })],
    ['the host goes away or the extension is updated', () => anchors.die()],
    ['the page is put away', () => window.dispatchEvent(new Event('pagehide'))],
  ])('is taken down when %s', async (_, end) => {
    start();
    tell({ kind: 'panel.show', ticket: 't1', style: ':host{}' });
    end();
    await vi.waitFor(() => expect(panels()).toEqual([]));
  });

  it('that is replaced does not take the new one down', async () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1', style: ':host{}' });
    const first = host;
    tell({ kind: 'panel.show', ticket: 't2', style: ':host{}' });
    first?.disconnect();
    await Promise.resolve();
    expect(panels()).toHaveLength(1);
  });

  it('takes the height its content has', async () => {
    const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
    start();
    tell({ kind: 'panel.show', ticket: 't1', style: ':host{}' });
    const root = attach.mock.results[0]?.value as ShadowRoot;
    attach.mockRestore();
    const height: PanelHeight = { kind: 'height', height: 240.4 };
    host?.postMessage(height);
    await vi.waitFor(() => expect(root.querySelector('iframe')?.style.height).toBe('241px'));
  });
});

describe('saying hello', () => {
  it('is left out while no call is shown, so that no worker is woken for a page load', async () => {
    start();
    await Promise.resolve();
    expect(hello).not.toHaveBeenCalled();
  });

  it('asks for the panel in a page that comes to life during a call, or comes back', async () => {
    flags = { ...NO_FLAGS, dial: true, panel: true };
    start();
    await vi.waitFor(() => expect(hello).toHaveBeenCalledTimes(1));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(hello).toHaveBeenCalledTimes(2);
    alive = false;
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(hello).toHaveBeenCalledTimes(2);
  });
});
