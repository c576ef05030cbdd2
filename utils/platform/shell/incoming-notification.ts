import type { CommandError } from '@/utils/contract/commands';
import type { ShellView } from '@/utils/contract/shell-view';

interface NotificationOptions {
  type: 'basic';
  iconUrl: string;
  title: string;
  message: string;
  buttons?: { title: string }[];
  requireInteraction?: boolean;
}

/** `browser.notifications`, as far as it is used. */
export interface NotificationsApi {
  create(id: string, options: NotificationOptions): Promise<string>;
  clear(id: string): Promise<boolean>;
  getAll(): Promise<object>;
}

export interface NotificationWords {
  readonly incomingTitle: string;
  readonly withheld: string;
  readonly answer: string;
  readonly decline: string;
  readonly failedTitle: string;
  readonly failed: (error: CommandError) => string;
}

export interface IncomingNotifications {
  reconcile(view: ShellView): Promise<void>;
  notice(error: CommandError): Promise<void>;
}

const INCOMING = 'incoming:';

/** The call a notification stands for; null for other notifications. */
export function callOfNotification(id: string): string | null {
  return id.startsWith(INCOMING) ? id.slice(INCOMING.length) : null;
}

/**
 * One notification for the call that rings, none when nothing does. What is on screen is asked of the browser, not
 * remembered: an earlier worker may have put it there. `buttons`: Firefox throws on buttons and requireInteraction.
 */
export function createIncomingNotifications(
  notifications: NotificationsApi,
  words: NotificationWords,
  buttons: boolean,
): IncomingNotifications {
  return {
    async reconcile({ incoming }) {
      const wanted = incoming === null ? null : `${INCOMING}${incoming.callId}`;
      const shown = Object.keys(await notifications.getAll()).filter((id) => id.startsWith(INCOMING));
      await Promise.all(shown.filter((id) => id !== wanted).map((id) => notifications.clear(id)));
      if (incoming === null || wanted === null || shown.includes(wanted)) return;
      const caller = [incoming.name, incoming.number].filter(Boolean).join(' · ');
      await notifications.create(wanted, {
        type: 'basic',
        iconUrl: '/icon/ringing-128.png',
        title: words.incomingTitle,
        message: caller === '' ? words.withheld : caller,
        ...(buttons && { buttons: [{ title: words.answer }, { title: words.decline }], requireInteraction: true }),
      });
    },
    async notice(error) {
      await notifications.create('call-failed', {
        type: 'basic',
        iconUrl: '/icon/offline-128.png',
        title: words.failedTitle,
        message: words.failed(error),
      });
    },
  };
}
