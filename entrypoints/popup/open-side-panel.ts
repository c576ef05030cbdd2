import { browser } from '#imports';

/** As far as it is used: Chrome's side panel of a window, Firefox's sidebar of the window in front. */
interface SideBrowser {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Both browsers open it only in the turn of a person's click, so the window must be known before. Null where there is none. */
export async function sidePanelOpener(): Promise<(() => void) | null> {
  const { sidePanel, sidebarAction } = browser as unknown as SideBrowser;
  if (sidebarAction !== undefined) return () => void sidebarAction.open().then(() => window.close());
  const { id } = await browser.windows.getCurrent();
  if (sidePanel === undefined || id === undefined) return null;
  return () => void sidePanel.open({ windowId: id }).then(() => window.close());
}
