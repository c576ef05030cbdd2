import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelMessage } from '@/utils/platform/page/panel-messages';
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
let raised: number;
let modal: HTMLElement | null;
let roots: Map<Element, ShadowRoot>;

beforeEach(() => {
  alive = true;
  flags = { ...NO_FLAGS, dial: true };
  hello = vi.fn(async () => undefined);
  over = new AbortController();
  anchors = new FakePortServer();
  host = null;
  anchors.addListener((port) => {
    host = port;
    port.postMessage(':host{}');
  });
  raised = 0;
  // The test's document has no top layer.
  Object.assign(HTMLElement.prototype, { showPopover: () => void (raised += 1), hidePopover: () => undefined });
  modal = null;
  roots = new Map();
  vi.spyOn(document, 'querySelectorAll').mockImplementation(((selector: string) => {
    if (selector === 'dialog:modal') return modal === null ? [] : [modal];
    return Document.prototype.querySelectorAll.call(document, selector);
  }) as typeof document.querySelectorAll);
});
afterEach(() => {
  over.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

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
    rootOf: (element) => roots.get(element) ?? null,
    alive: () => alive,
    hello,
    signal: over.signal,
  });
}

const panels = () => [...document.documentElement.children].filter(({ localName }) => localName === 'div');

describe('the panel in a page', () => {
  it('is one element whose inside the page cannot reach', async () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1' });
    tell({ kind: 'panel.show', ticket: 't2' });
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
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
    tell({ kind: 'panel.show', ticket: 't1' });
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
    end();
    await vi.waitFor(() => expect(panels()).toEqual([]));
  });

  it('that is replaced does not take the new one down', async () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1' });
    const first = host;
    tell({ kind: 'panel.show', ticket: 't2' });
    first?.disconnect();
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
  });

  it('looks as the host says, each time anew', async () => {
    const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
    start();
    tell({ kind: 'panel.show', ticket: 't1' });
    const root = attach.mock.results[0]?.value as ShadowRoot;
    // It loads meanwhile.
    expect(root.querySelector('style')?.textContent).toContain('display:none');
    await vi.waitFor(() => expect(root.querySelector('style')?.textContent).not.toContain('display:none'));
    host?.postMessage(':host { left: 0 }');
    await vi.waitFor(() => expect(root.querySelector('style')?.textContent).toBe(':host { left: 0 }'));
    expect(panels()).toHaveLength(1);
  });

  it('goes above what the page opens in the top layer', async () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1' });
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
    panels()[0]?.dispatchEvent(new Event('toggle'));
    expect(raised).toBe(1);
    document.body.dispatchEvent(new Event('toggle'));
    document.body.dispatchEvent(new Event('fullscreenchange', { bubbles: true }));
    expect(raised).toBe(3);
    expect(hello).not.toHaveBeenCalled();
  });

  it('is asked for anew inside a modal dialog, where alone it can be pressed', async () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1' });
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
    modal = document.body.appendChild(document.createElement('dialog'));
    modal.dispatchEvent(new Event('toggle'));
    expect(panels()).toEqual([]);
    expect(hello).toHaveBeenCalledTimes(1);
    tell({ kind: 'panel.show', ticket: 't2' });
    await vi.waitFor(() => expect(modal?.childElementCount).toBe(1));
  });
});

describe('a modal dialog in a shadow tree', () => {
  const isModal = (element: Element) => element.localName === 'dialog' && (element as HTMLDialogElement).open;
  /** A component with a closed shadow tree, and a dialog in it that has opened and taken the focus. */
  function openDialog(): HTMLDialogElement {
    const component = document.body.appendChild(document.createElement('div'));
    const root = component.attachShadow({ mode: 'closed' });
    roots.set(component, root);
    const dialog = root.appendChild(document.createElement('dialog'));
    const field = dialog.appendChild(document.createElement('input'));
    dialog.setAttribute('open', '');
    // The test's document knows neither modal dialogs nor where the focus is in a closed tree.
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element) {
      return isModal(this);
    });
    vi.spyOn(Element.prototype, 'closest').mockImplementation(function (this: Element) {
      return this === field && isModal(dialog) ? dialog : null;
    } as typeof Element.prototype.closest);
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(component);
    Object.defineProperty(root, 'activeElement', { value: field });
    component.dispatchEvent(new Event('focusin', { bubbles: true }));
    return dialog;
  }

  it('takes the panel in with the focus, and lets it out when it is closed', async () => {
    start();
    tell({ kind: 'panel.show', ticket: 't1' });
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
    document.body.dispatchEvent(new Event('focusin', { bubbles: true }));
    expect(hello, 'the focus moves in the page').not.toHaveBeenCalled();
    const dialog = openDialog();
    expect([panels(), hello.mock.calls.length]).toEqual([[], 1]);
    tell({ kind: 'panel.show', ticket: 't2' });
    await vi.waitFor(() => expect(dialog.childElementCount).toBe(2));
    dialog.dispatchEvent(new Event('focusin', { bubbles: true }));
    expect(hello).toHaveBeenCalledTimes(1);
    dialog.removeAttribute('open');
    dialog.dispatchEvent(new Event('close'));
    expect([dialog.childElementCount, hello.mock.calls.length]).toEqual([1, 2]);
    tell({ kind: 'panel.show', ticket: 't3' });
    await vi.waitFor(() => expect(panels()).toHaveLength(1));
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
