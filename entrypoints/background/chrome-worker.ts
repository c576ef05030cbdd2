import { browser } from '#imports';
import { tabOf } from '@/utils/messaging/caller';
import { HOST_WATCH_PORT } from '@/utils/messaging/host-watch-port';
import { createMessenger, type AnswerOf, type InputOf, type MessageName } from '@/utils/messaging/messenger';
import { ownIdentity } from '@/utils/messaging/own-identity';
import { createReceiver } from '@/utils/messaging/receiver';
import { createSendCommand } from '@/utils/messaging/send-command';
import { systemClock, wait } from '@/utils/platform/host/clock';
import { createRingLogger, toConsole } from '@/utils/platform/host/ring-logger';
import { UNDER_MENU_LENGTH } from '@/utils/messaging/shell-messages';
import { createHostWatch } from '@/utils/platform/offscreen/host-watch';
import { createSupervisor } from '@/utils/platform/offscreen/supervisor';
import { pressNotificationButton } from '@/utils/platform/shell/notification-buttons';
import type { ActionApi } from '@/utils/platform/shell/toolbar';
import { buildShell, followBrowser, type ShellHost } from './build-shell';
import { createCallWindow } from './call-window';
import { startIconMenu } from './icon-menu';
import { offscreenApi } from './offscreen-api';
import { numberMenu, pageNumbersStore, startPageFeatures } from './page-features';
import { updateWhenFree } from './update-when-free';

const WATCH_ALARM = 'watch-phone-host';

/** Chrome's worker: sees that there is a phone host, and shows what the host says. It remembers nothing. */
export function startChromeWorker(): void {
  const log = createRingLogger(() => Date.now(), toConsole);
  const messenger = createMessenger();
  const hostWatch = createHostWatch({
    connect: () => browser.runtime.connect({ name: HOST_WATCH_PORT }),
    now: systemClock.now,
    lost: () => {
      log.warn('phone host is gone');
      watch();
    },
  });
  const supervisor = createSupervisor({ offscreen: offscreenApi(messenger), timeout: wait, log, started: hostWatch.follow });
  const command = createSendCommand({ messenger, now: systemClock.now, wait, ensureHost: supervisor.ensure });

  const ask = async <N extends MessageName>(name: N, input: InputOf<N>): Promise<AnswerOf<N> & { ok: true }> => {
    const answer = await messenger.send(name, input).catch(async () => {
      await supervisor.ensure();
      return messenger.send(name, input);
    });
    if (!answer.ok) throw new Error(`host refused ${name}: ${answer.error}`);
    return answer as AnswerOf<N> & { ok: true };
  };
  const host: ShellHost = {
    view: async () => (await ask('host.view', {})).view,
    placePanel: (tabId, fresh) => ask('panel.place', { tabId, fresh }),
  };
  const readNumber = async (text: string) => (await ask('host.readNumber', { text: text.slice(0, UNDER_MENU_LENGTH) })).number;
  const settings = pageNumbersStore();
  const menu = numberMenu(readNumber);
  const callWindow = createCallWindow({ onClosed: () => undefined, inUse: () => false });
  const shell = buildShell(host, { action: browser.action as ActionApi, buttons: true, settings, menu, smallWindow: callWindow.standIn }, log);

  const update = updateWhenFree(host.view, log);

  const receiver = createReceiver({ messenger, own: ownIdentity(), redeemed: () => false, log });
  const done = { ok: true } as const;
  receiver.on('shell.ensureHost', () => supervisor.ensure().then(() => done));
  receiver.on('shell.present', async (view) => {
    await shell.present(view);
    await update.seen(view);
    return done;
  });
  receiver.on('shell.notice', ({ error }) => shell.notice(error).then(() => done));
  receiver.on('panel.hello', (_, caller) => shell.movePanel(tabOf(caller)).then(() => done));
  startPageFeatures({
    receiver,
    settings,
    menu,
    readNumber,
    view: host.view,
    command,
    notice: shell.notice,
    settingsChanged: shell.settingsChanged,
    log,
  });

  startIconMenu(log);
  followBrowser(shell, log);
  const watch = () => {
    supervisor.ensure().catch((error: unknown) => log.error('no phone host', { error: String(error) }));
  };
  browser.alarms.onAlarm.addListener(watch);
  browser.runtime.onStartup.addListener(watch);
  browser.runtime.onInstalled.addListener(watch);
  void browser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
  // Switching the extension on again fires neither of the events above.
  watch();

  browser.notifications.onButtonClicked.addListener((id, button) => {
    pressNotificationButton(id, button, { command, notice: shell.notice }).catch((error: unknown) =>
      log.warn('not told', { error: String(error) }),
    );
  });
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    void openPopup();
  });
}

/** Needs a focused browser window; a small window of the same page where there is none. */
async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({ url: browser.runtime.getURL('/popup.html'), type: 'popup', width: 400, height: 640 });
  }
}
