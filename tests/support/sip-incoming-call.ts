import type { Ack, Bye, Cancel, Info, Invitation, Notification, Referral, Session } from 'sip.js';
import { createInbox, type Inbox } from './sip-inbox';

/** What a SIP.js session was sent by the other side after its INVITE. */
export interface SessionTraffic {
  readonly acks: Inbox<Ack>;
  readonly infos: Inbox<Info>;
  readonly referrals: Inbox<Referral>;
  readonly byes: Inbox<Bye>;
  readonly notifications: Inbox<Notification>;
  /** Bodies of re-INVITEs. */
  readonly reinvites: Inbox<string>;
  readonly cancels: Inbox<Cancel>;
}

/** A call that rings at a test phone. */
export interface IncomingCall extends SessionTraffic {
  readonly session: Invitation;
  /** From as the phone sees it: `Name <user>`. */
  readonly from: string;
}

/** Answers INFO and NOTIFY, and notes all that comes; REFER is left to the test. */
export function watchTraffic(session: Session): SessionTraffic {
  const traffic: SessionTraffic = {
    acks: createInbox('an ACK'),
    infos: createInbox('an INFO'),
    referrals: createInbox('a REFER'),
    byes: createInbox('a BYE'),
    notifications: createInbox('a NOTIFY'),
    reinvites: createInbox('a re-INVITE'),
    cancels: createInbox('a CANCEL'),
  };
  session.delegate = {
    onAck: (ack) => traffic.acks.push(ack),
    onInfo: (info) => {
      traffic.infos.push(info);
      void info.accept();
    },
    onRefer: (referral) => traffic.referrals.push(referral),
    onBye: (bye) => {
      traffic.byes.push(bye);
      void bye.accept();
    },
    onNotify: (notification) => {
      traffic.notifications.push(notification);
      void notification.accept();
    },
    onInvite: (request) => traffic.reinvites.push(request.body),
    onCancel: (cancel) => traffic.cancels.push(cancel),
  };
  return traffic;
}

export function watchIncoming(session: Invitation): IncomingCall {
  const { displayName, uri } = session.remoteIdentity;
  return { session, from: `${displayName} <${uri.user ?? ''}>`, ...watchTraffic(session) };
}
