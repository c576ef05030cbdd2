import { URI, type Core, type Notification, type Session } from 'sip.js';
import type { Logger } from '@/utils/contract/logger';
import { sipfragStatus } from '@/utils/domain/call/transfer-progress';
import type { ReferEvents } from '@/utils/phone/sip-user';

interface ReferOptions {
  readonly domain: string;
  readonly log: Logger;
  readonly events: ReferEvents;
}

/**
 * Sends a REFER on a session and hears of it. To another session: Refer-To is where that one's other side can be reached, with the
 * Replaces header it will match: its own tag is the to-tag (RFC 3891 section 3). SIP.js adds who we are as Referred-By (RFC 3892).
 */
export function referTo(session: Session, target: Session | { user: string; host: string | null }, { domain, log, events }: ReferOptions): void {
  const to = 'user' in target ? new URI('sip', target.user, target.host ?? domain) : target;
  session
    .refer(to, {
      onNotify: (notification) => onNotify(notification, events),
      requestDelegate: {
        onAccept: () => events.accepted(),
        onRedirect: ({ message }) => events.refused(statusOf(message)),
        onReject: ({ message }) => events.refused(statusOf(message)),
      },
    })
    .catch((error: unknown) => {
      log.warn('no REFER was sent', { error: String(error) });
      events.refused(null);
    });
}

/** A 408 or 503 that SIP.js made up has no Via: nobody said so. */
function statusOf(message: Core.IncomingResponseMessage): number | null {
  return message.hasHeader('via') ? (message.statusCode ?? null) : null;
}

/** Whether a Target-Dialog (RFC 4538) names that dialog. */
export function namesDialog(header: string, dialog: Pick<Core.Session, 'callId' | 'localTag' | 'remoteTag'>): boolean {
  const [callId, ...parameters] = header.split(';').map((part) => part.trim());
  return callId === dialog.callId && parameters.includes(`local-tag=${dialog.localTag}`) && parameters.includes(`remote-tag=${dialog.remoteTag}`);
}

export function onNotify(notification: Notification, events: ReferEvents): void {
  const { request } = notification;
  // Of something else, such as a voice mailbox; nobody here asked for it.
  if (!/^\s*refer\b/i.test(request.getHeader('event') ?? '')) return void notification.reject({ statusCode: 489 });
  void notification.accept();
  const last = /^\s*terminated\b/i.test(request.getHeader('subscription-state') ?? '');
  events.notified(sipfragStatus(request.body), last);
}
