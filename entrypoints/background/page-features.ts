import { browser } from '#imports';
import type { CommandError } from '@/utils/contract/commands';
import type { Logger } from '@/utils/contract/logger';
import type { ShellView } from '@/utils/contract/shell-view';
import type { ReadNumber } from '@/utils/domain/phone-number/read-number';
import type { Receiver } from '@/utils/messaging/receiver';
import type { SendCommand } from '@/utils/messaging/send-command';
import type { SiteMessage } from '@/utils/platform/page/numbers/site-messages';
import { pressCallShortcut } from '@/utils/platform/shell/call-shortcuts';
import { createNumberSteps, type StepTabs } from '@/utils/platform/shell/number-steps';
import { createNumberMenu, type NumberMenu } from '@/utils/platform/shell/number-menu';
import { pressMenuItem } from '@/utils/platform/shell/press-menu-item';
import { createPageNumbersStore, type PageNumbersStore } from '@/utils/storage/page-numbers-store';
import { createContactWindows } from './contact-window';
import { menusApi, onMenuClicked } from './menus-api';
import { servePages } from './serve-pages';
import { menuWords } from './shell-words';

interface PageFeatureParts {
  readonly receiver: Receiver;
  readonly settings: PageNumbersStore;
  readonly menu: NumberMenu;
  readonly readNumber: (text: string) => Promise<ReadNumber | null>;
  readonly view: () => Promise<ShellView>;
  readonly command: SendCommand;
  readonly notice: (error: CommandError) => Promise<void>;
  readonly settingsChanged: () => Promise<void>;
  readonly log: Logger;
}

export const pageNumbersStore = (): PageNumbersStore =>
  createPageNumbersStore(browser.storage, (name, run) => navigator.locks.request(name, run));

export const numberMenu = (readNumber: (text: string) => Promise<ReadNumber | null>): NumberMenu =>
  createNumberMenu({ menus: menusApi(), words: menuWords, readNumber });

/** Numbers on pages, as far as the shell has to do with them. Called in the first turn, so that its events wake a worker. */
export function startPageFeatures({ receiver, settings, menu, readNumber, view, command, notice, settingsChanged, log }: PageFeatureParts): void {
  const contacts = createContactWindows();
  const dial = (target: string) => command('phone.dial', { target, source: 'page' });
  const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
  const steps = createNumberSteps({ tabs: browser.tabs as StepTabs, wait });
  browser.commands.onCommand.addListener((name) => {
    void steps.command(name);
    pressCallShortcut(name, { view, command, notice }).catch((error: unknown) => log.warn('shortcut not carried out', { error: String(error) }));
  });
  servePages({ receiver, settings, menu, steps, contacts });
  settings.watch(() => {
    settingsChanged().catch((error: unknown) => log.warn('pages were not told', { error: String(error) }));
  });
  menu.install();
  onMenuClicked((click, tab) => {
    const message = (number: string) => openMessage(number, tab?.id);
    const addContact = (number: string) => contacts.open(number);
    pressMenuItem(click, { readNumber, dial, message, addContact, notice }).catch((error: unknown) =>
      log.warn('menu item not carried out', { error: String(error) }),
    );
  });
}

/** By the page itself: `tabs.update` shows Firefox's error page where the system has no program for messages. */
async function openMessage(number: string, tabId: number | undefined): Promise<void> {
  const wish: SiteMessage = { kind: 'numbers.openMessage', number };
  const tab = tabId ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (tab !== undefined) await browser.tabs.sendMessage(tab, wish, { frameId: 0 });
}
