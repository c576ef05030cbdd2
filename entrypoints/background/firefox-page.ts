import { browser } from '#imports';
import { version } from '@/package.json';
import { createCore } from '@/utils/core/create-core';
import { createMessenger } from '@/utils/messaging/messenger';
import { ownIdentity } from '@/utils/messaging/own-identity';
import { tabOf } from '@/utils/messaging/caller';
import { createReceiver } from '@/utils/messaging/receiver';
import { serveHost, type Host } from '@/utils/messaging/serve-host';
import { browserAdapters } from '@/utils/platform/host/browser-adapters';
import { systemClock } from '@/utils/platform/host/clock';
import { noDeviceList } from '@/utils/platform/host/device-list';
import { startHostLog } from '@/utils/platform/host/host-log';
import { publishDesk } from '@/utils/platform/microphone/call-window-desk';
import { createFirefoxMicrophone } from '@/utils/platform/microphone/firefox-microphone';
import { watchMicrophone } from '@/utils/platform/microphone/watch-microphone';
import { microphonePermission } from '@/utils/platform/microphone/open-microphone';
import { readFinderData } from '@/utils/platform/finder-data';
import { createPackedFinders } from '@/utils/platform/packed-finder';
import { callOfNotification } from '@/utils/platform/shell/incoming-notification';
import type { ActionApi } from '@/utils/platform/shell/toolbar';
import { createPanelSpots } from '@/utils/storage/panel-spots';
import { buildShell, followBrowser } from './build-shell';
import { createCallWindow } from './call-window';
import { startIconMenu } from './icon-menu';
import { numberMenu, pageNumbersStore, startPageFeatures } from './page-features';
import { updateWhenFree } from './update-when-free';

/** Firefox's background page: phone host and shell in one, joined by calls instead of messages. */
export function startFirefoxPage(): void {
  const log = startHostLog(version);
  const messenger = createMessenger();
  const own = ownIdentity();
  const finders = createPackedFinders({ readData: readFinderData, loadCode: () => import('@/utils/domain/phone-number/create-number-finder') });

  const microphone = createFirefoxMicrophone({
    openWindow: () => callWindow.open(),
    state: () => microphonePermission(navigator.permissions),
    watchState: (listener) => watchMicrophone({ permissions: navigator.permissions }, listener),
  });
  const callWindow = createCallWindow({ onClosed: () => microphone.desk.closing(), inUse: microphone.needsWindow });
  publishDesk(globalThis, microphone.desk);

  const core = createCore(browserAdapters({ microphone, devices: noDeviceList, createContext: microphone.createContext, log }));
  const readNumber = (text: string) => host.readNumber(text);
  const settings = pageNumbersStore();
  const menu = numberMenu(readNumber);
  const shell = buildShell(
    { view: async () => host.view(), placePanel: async (tabId, fresh) => host.placePanel(tabId, fresh) },
    // Typed for callbacks; Firefox returns promises.
    { action: browser.browserAction as unknown as ActionApi, buttons: false, settings, menu, smallWindow: callWindow.standIn },
    log,
  );
  const update = updateWhenFree(async () => host.view(), log);
  const host: Host = serveHost({
    phone: { state: core.state, quality: core.quality, command: core.commands, lookedAt: () => core.lookedAt() },
    messenger,
    ports: browser.runtime.onConnect,
    own,
    shell: {
      // After this turn: the first view comes while the host is still being built.
      present: (view) =>
        Promise.resolve()
          .then(() => shell.present(view))
          .then(() => update.seen(view)),
      notice: (error) => shell.notice(error),
    },
    randomId: () => crypto.randomUUID(),
    clock: systemClock,
    panelSpots: createPanelSpots(localStorage),
    finder: (region) => finders({ region, level: 'eager' }),
    log,
  });

  const receiver = createReceiver({ messenger, own, redeemed: host.redeemed, log });
  const done = { ok: true } as const;
  receiver.on('shell.ensureHost', async () => done);
  receiver.on('panel.hello', (_, caller) => shell.movePanel(tabOf(caller)).then(() => done));
  receiver.on('shell.openCallWindow', () => callWindow.open().then(() => done));
  startPageFeatures({
    receiver,
    settings,
    menu,
    readNumber,
    view: async () => host.view(),
    command: core.commands,
    notice: shell.notice,
    settingsChanged: shell.settingsChanged,
    log,
  });

  startIconMenu(log);
  followBrowser(shell, log);
  browser.notifications.onClicked.addListener((id) => {
    if (callOfNotification(id) !== null) void callWindow.open();
  });
  core.start().catch((error: unknown) => log.error('phone host did not start', { error: String(error) }));
}
