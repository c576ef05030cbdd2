import { browser } from '#imports';
import { i18n } from '#i18n';
import type { Logger } from '@/utils/contract/logger';
import { createIconMenu } from '@/utils/platform/shell/icon-menu';
import { menusApi, onMenuClicked } from './menus-api';

/** As far as it is used: Chrome's side panel of a window, Firefox's sidebar of the window in front. */
interface SideBrowser {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Called in the first turn, so that a press wakes a worker. */
export function startIconMenu(log: Logger): void {
  const { sidePanel, sidebarAction } = browser as unknown as SideBrowser;
  const menu = createIconMenu({
    menus: menusApi(),
    place: import.meta.env.FIREFOX ? 'browser_action' : 'action',
    title: i18n.t('menu.sidePanel'),
    openBeside(windowId) {
      const opened = sidebarAction?.open() ?? (windowId === undefined ? undefined : sidePanel?.open({ windowId }));
      opened?.catch((error: unknown) => log.warn('side panel not opened', { error: String(error) }));
    },
  });
  menu.install();
  onMenuClicked((click, tab) => menu.press(click, tab?.windowId));
}
