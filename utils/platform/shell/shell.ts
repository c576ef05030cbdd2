import type { CommandError } from '@/utils/contract/commands';
import type { Logger } from '@/utils/contract/logger';
import type { ShellView } from '@/utils/contract/shell-view';
import type { IncomingNotifications } from './incoming-notification';
import { latest } from './latest';
import type { PanelWish } from './panel-place';

/** What the shell asks of the host: messages in Chrome, calls in Firefox. */
export interface HostLink {
  view(): Promise<ShellView>;
}

export interface ShellParts {
  readonly host: HostLink;
  readonly toolbar: (view: ShellView) => Promise<void>;
  readonly notifications: IncomingNotifications;
  readonly panel: (wish: PanelWish) => Promise<void>;
  /** What pages are told; made of the view and of the settings. */
  readonly flags: (view: ShellView) => Promise<void>;
  readonly menu: (view: ShellView) => Promise<void>;
  readonly log: Logger;
}

export interface Shell {
  /** Makes the browser show `view`. Everything is compared with what is there, so it may be called at any time. */
  present(view: ShellView): Promise<void>;
  /** The settings of numbers on pages have changed. */
  settingsChanged(): Promise<void>;
  /** The active tab or window may have changed; `freshTab`: a page of it has just come to life. */
  movePanel(freshTab?: number | null): Promise<void>;
  notice(error: CommandError): Promise<void>;
}

export function createShell({ host, toolbar, notifications, panel, flags, menu, log }: ShellParts): Shell {
  /** Null in a worker that has just been started: the host knows. */
  let view: ShellView | null = null;

  const placePanel = latest(panel);
  const tellPages = latest(flags);
  const show = latest(async (next: ShellView) => {
    const work = {
      panel: placePanel({ wanted: next.panel, freshTab: null }),
      toolbar: toolbar(next),
      notification: notifications.reconcile(next),
      flags: tellPages(next),
      menu: menu(next),
    };
    const results = await Promise.allSettled(Object.values(work));
    results.forEach((result, at) => {
      if (result.status === 'rejected')
        log.warn('the browser did not show it', { part: Object.keys(work)[at], error: String(result.reason) });
    });
  });
  return {
    async present(next) {
      view = next;
      await show(next);
    },
    async settingsChanged() {
      view ??= await host.view();
      await tellPages(view);
    },
    async movePanel(freshTab = null) {
      view ??= await host.view();
      if (view.panel) await placePanel({ wanted: true, freshTab });
    },
    notice: (error) => notifications.notice(error),
  };
}
