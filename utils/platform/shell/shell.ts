import type { CommandError } from '@/utils/contract/commands';
import type { Logger } from '@/utils/contract/logger';
import type { ShellView } from '@/utils/contract/shell-view';
import type { PageFlags } from '@/utils/platform/page/page-flags';
import type { IncomingNotifications } from './incoming-notification';
import { latest } from './latest';

/** What the shell asks of the host: messages in Chrome, calls in Firefox. */
export interface HostLink {
  view(): Promise<ShellView>;
}

export interface ShellParts {
  readonly host: HostLink;
  readonly toolbar: (view: ShellView) => Promise<void>;
  readonly notifications: IncomingNotifications;
  readonly panel: (wanted: boolean) => Promise<void>;
  readonly flags: (flags: PageFlags) => Promise<void>;
  readonly log: Logger;
}

export interface Shell {
  /** Makes the browser show `view`. Everything is compared with what is there, so it may be called at any time. */
  present(view: ShellView): Promise<void>;
  /** The active tab or window may have changed. */
  movePanel(): Promise<void>;
  notice(error: CommandError): Promise<void>;
}

export function createShell({ host, toolbar, notifications, panel, flags, log }: ShellParts): Shell {
  /** Null in a worker that has just been started: the host knows. */
  let view: ShellView | null = null;

  const placePanel = latest(panel);
  const show = latest(async (next: ShellView) => {
    const work = {
      panel: placePanel(next.panel),
      toolbar: toolbar(next),
      notification: notifications.reconcile(next),
      flags: flags({ dial: next.signedIn, panel: next.panel }),
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
    async movePanel() {
      view ??= await host.view();
      if (view.panel) await placePanel(true);
    },
    notice: (error) => notifications.notice(error),
  };
}
