import { browser } from '#imports';
import type { ShellView } from '@/utils/contract/shell-view';
import type { Logger } from '@/utils/contract/logger';
import type { PanelPlacement } from '@/utils/messaging/shell-messages';
import { pageFlagsOf, writePageFlags } from '@/utils/platform/shell/write-page-flags';
import { createIncomingNotifications, type NotificationsApi } from '@/utils/platform/shell/incoming-notification';
import type { NumberMenu } from '@/utils/platform/shell/number-menu';
import { createPanelPlace, type PanelBrowser } from '@/utils/platform/shell/panel-place';
import { createShell, type Shell } from '@/utils/platform/shell/shell';
import { createToolbar, type ActionApi } from '@/utils/platform/shell/toolbar';
import type { PageNumbersStore } from '@/utils/storage/page-numbers-store';
import { notificationWords, toolbarWords } from './shell-words';

export interface ShellHost {
  view(): Promise<ShellView>;
  placePanel(tabId: number | null, fresh: boolean): Promise<PanelPlacement>;
}

interface ShellBrowser {
  readonly action: ActionApi;
  /** Notifications may have buttons. */
  readonly buttons: boolean;
  readonly settings: PageNumbersStore;
  readonly menu: NumberMenu;
  readonly smallWindow: (wanted: boolean) => Promise<void>;
}

/** The shell over this browser's own APIs. */
export function buildShell(host: ShellHost, { action, buttons, settings, menu, smallWindow }: ShellBrowser, log: Logger): Shell {
  return createShell({
    host,
    toolbar: createToolbar(action, toolbarWords),
    notifications: createIncomingNotifications(browser.notifications as NotificationsApi, notificationWords, buttons),
    panel: createPanelPlace({ browser: browser as PanelBrowser, place: (tabId, fresh) => host.placePanel(tabId, fresh), smallWindow }),
    flags: async (view) => writePageFlags(browser.storage.local, pageFlagsOf(view, await settings.read())),
    menu: async ({ signedIn }) => (signedIn ? undefined : menu.hide()),
    log,
  });
}

/** Events that move the panel, and the welcome page. Registered in the first turn, so that they wake a worker. */
export function followBrowser(shell: Shell, log: Logger): void {
  const move = () => {
    shell.movePanel().catch((error: unknown) => log.warn('panel was not moved', { error: String(error) }));
  };
  browser.tabs.onActivated.addListener(move);
  browser.windows.onFocusChanged.addListener(move);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
