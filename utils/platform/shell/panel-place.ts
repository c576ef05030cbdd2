import type { PanelPlacement } from '@/utils/messaging/shell-messages';
import type { PanelMessage } from '@/utils/platform/page/panel-messages';

interface TabLike {
  readonly id?: number | undefined;
}
interface WindowLike {
  readonly id?: number | undefined;
  readonly type?: string | undefined;
}

/** `browser.tabs` and `browser.windows`, as far as the panel needs them. */
export interface PanelBrowser {
  readonly tabs: {
    query(query: { active: true; windowId: number }): Promise<readonly TabLike[]>;
    sendMessage(tabId: number, message: PanelMessage, options: { frameId: 0 }): Promise<unknown>;
  };
  readonly windows: {
    getLastFocused(query: { windowTypes: ['normal'] }): Promise<WindowLike>;
    getAll(query: { windowTypes: ['normal'] }): Promise<readonly WindowLike[]>;
  };
}

export interface PanelWish {
  readonly wanted: boolean;
  /** A page of this tab has just come to life. */
  readonly freshTab: number | null;
}

export interface PanelPlaceOptions {
  readonly browser: PanelBrowser;
  readonly place: (tabId: number | null, fresh: boolean) => Promise<PanelPlacement>;
  /** A small window with the calls is to be there, or is no longer needed. */
  readonly smallWindow: (wanted: boolean) => Promise<void>;
}

/**
 * Puts the panel on the active tab of the focused window and takes it off every other. Where no frame of ours can be
 * drawn (a new tab, settings, a tab that was open before installation, a page that lets no frames in) a small window serves.
 */
export function createPanelPlace({ browser, place, smallWindow }: PanelPlaceOptions): (wish: PanelWish) => Promise<void> {
  let lastWindow: number | undefined;
  const tell = (tabId: number, message: PanelMessage) =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }).then(
      () => true,
      () => false,
    );
  /** The person may be in a window of ours (call window): the panel then stays with the page they came from. */
  const activeTab = async (): Promise<number | null> => {
    const normal = { windowTypes: ['normal'] } satisfies { windowTypes: ['normal'] };
    // Firefox names the focused window whatever its type.
    const focused = await browser.windows.getLastFocused(normal).catch(() => null);
    if (focused?.type === 'normal') lastWindow = focused.id;
    else {
      const open = await browser.windows.getAll(normal);
      lastWindow = (open.find(({ id }) => id === lastWindow) ?? open[0])?.id;
    }
    if (lastWindow === undefined) return null;
    return (await browser.tabs.query({ active: true, windowId: lastWindow }))[0]?.id ?? null;
  };
  return async ({ wanted, freshTab }) => {
    const tabId = wanted ? await activeTab() : null;
    const { ticket, leave, drawable, inFront } = await place(tabId, tabId !== null && tabId === freshTab);
    const left = Promise.all(leave.map((id) => tell(id, { kind: 'panel.hide' })));
    let shown = tabId !== null && drawable;
    if (tabId !== null && ticket !== null) {
      shown = await tell(tabId, { kind: 'panel.show', ticket });
      if (!shown) await place(null, false);
    }
    await left;
    await smallWindow(wanted && !shown && !inFront);
  };
}
