import type { PanelPlacement } from '@/utils/messaging/shell-messages';
import type { PanelMessage } from '@/utils/platform/page/panel-messages';
import { PANEL_STYLE } from './panel-style';

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
    getLastFocused(): Promise<WindowLike>;
    getAll(query: { windowTypes: ['normal'] }): Promise<readonly WindowLike[]>;
  };
}

export interface PanelPlaceOptions {
  readonly browser: PanelBrowser;
  readonly place: (tabId: number | null) => Promise<PanelPlacement>;
}

/**
 * Puts the panel on the active tab of the focused window and takes it off every other. Where no content script runs
 * (a new tab, settings, a tab that was open before installation) there is no panel; the notification stands in.
 */
export function createPanelPlace({ browser, place }: PanelPlaceOptions): (wanted: boolean) => Promise<void> {
  const tell = (tabId: number, message: PanelMessage) =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }).then(
      () => true,
      () => false,
    );
  /** The person may be in a window of ours (call window): the panel then stays with the page they came from. */
  const activeTab = async (): Promise<number | null> => {
    const focused = await browser.windows.getLastFocused();
    const window = focused.type === 'normal' ? focused : (await browser.windows.getAll({ windowTypes: ['normal'] }))[0];
    if (window?.id === undefined) return null;
    return (await browser.tabs.query({ active: true, windowId: window.id }))[0]?.id ?? null;
  };
  return async (wanted) => {
    const tabId = wanted ? await activeTab() : null;
    const { ticket, leave } = await place(tabId);
    const left = Promise.all(leave.map((id) => tell(id, { kind: 'panel.hide' })));
    if (tabId !== null && ticket !== null) {
      const shown = await tell(tabId, { kind: 'panel.show', ticket, style: PANEL_STYLE });
      if (!shown) await place(null);
    }
    await left;
  };
}
