import { browser } from '#imports';
import type { Logger } from '@/utils/contract/logger';
import type { ShellView } from '@/utils/contract/shell-view';
import { createUpdateGate, type UpdateGate } from '@/utils/platform/shell/update-gate';

const KEY = 'update-waits';

/** Called in the first turn, so that an update wakes a worker. */
export function updateWhenFree(view: () => Promise<ShellView>, log: Logger): UpdateGate {
  const gate = createUpdateGate({
    view,
    waiting: {
      // Emptied by a reload.
      read: async () => (await browser.storage.session.get(KEY))[KEY] === true,
      write: () => browser.storage.session.set({ [KEY]: true }),
    },
    reload: () => browser.runtime.reload(),
    log,
  });
  browser.runtime.onUpdateAvailable.addListener(() => {
    gate.available().catch((error: unknown) => log.warn('update not looked at', { error: String(error) }));
  });
  return gate;
}
