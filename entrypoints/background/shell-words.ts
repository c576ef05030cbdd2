import { i18n } from '#i18n';
import { commandSentence } from '@/components/words/sentences';
import type { ShellIcon, ShellView } from '@/utils/contract/shell-view';
import type { MenuAction, MenuWords } from '@/utils/platform/shell/number-menu';
import type { NotificationWords } from '@/utils/platform/shell/incoming-notification';
import type { ToolbarWords } from '@/utils/platform/shell/toolbar';

const STATUS: Readonly<Record<ShellIcon, string>> = Object.freeze({
  connected: i18n.t('status.registered'),
  connecting: i18n.t('status.connecting'),
  offline: i18n.t('status.offline'),
  ringing: i18n.t('status.ringing'),
  'in-call': i18n.t('status.inCall'),
});

export const toolbarWords: ToolbarWords = {
  title: ({ icon, signedIn, account, missed }: ShellView) =>
    [
      i18n.t('app.name'),
      signedIn ? STATUS[icon] : i18n.t('status.signedOut'),
      account,
      missed > 0 ? i18n.t('nav.missedCount', [String(missed)]) : null,
    ]
      .filter((part) => part !== null)
      .join(' · '),
};

export const notificationWords: NotificationWords = {
  incomingTitle: i18n.t('call.incoming'),
  withheld: i18n.t('call.withheld'),
  answer: i18n.t('call.answer'),
  decline: i18n.t('call.decline'),
  failedTitle: i18n.t('app.name'),
  failed: (error) => i18n.t(commandSentence(error) as 'commandError.internal'),
};

const MENU: Readonly<Record<MenuAction, (number: string) => string>> = Object.freeze({
  call: (number) => i18n.t('numberMenu.call', [number]),
  sms: (number) => i18n.t('numberMenu.sms', [number]),
  add: (number) => i18n.t('numberMenu.add', [number]),
});

export const menuWords: MenuWords = { title: (action, number) => MENU[action](number) };
