import type { ForwardedTo } from '@/utils/domain/call/forwarded';
import type { SipIdentity } from '@/utils/domain/call/remote-party';
import type { SipReason } from '@/utils/domain/call/reason-header';
import type { CallMedia } from './media/call-media';

/** The signalling of one SIP identity, as the phone needs it. `sipjs/` implements it. */
export interface SipUser {
  readonly connected: boolean;
  /** Opens a WebSocket to this address. Rejects when it does not open within so many milliseconds. */
  connect(server: string, within: number): Promise<void>;
  /** Closes the socket; dialogs stay and go on over the next one. */
  disconnect(): Promise<void>;
  /** REGISTER with this lifetime in seconds; 0 removes the registration. Never rejects. */
  register(expires: number): Promise<RegisterOutcome>;
  /** Asks the server for a sign of life. False when none comes within 1.5 s, or there is no connection. Never rejects. */
  check(): Promise<boolean>;
  /** Sends what had to wait for a connection: BYE and CANCEL of calls hung up meanwhile. */
  flush(): void;
  call(call: OutgoingCall): SipLeg;
  /** Forgets everything, sends nothing. */
  dispose(): void;
}

export type RegisterOutcome =
  | { readonly kind: 'registered'; readonly expires: number }
  | { readonly kind: 'wrong-credentials' }
  /** `retryAfter` in seconds. */
  | { readonly kind: 'rejected'; readonly status: number; readonly retryAfter: number | null }
  | { readonly kind: 'no-answer' };

export interface SipUserEvents {
  /** Whether calls ring here; those that do not get a 480 before anything else. */
  receives(): boolean;
  /** The socket is gone, or does not answer any more; not after {@link SipUser.disconnect}. */
  disconnected(): void;
  incoming(invitation: IncomingInvitation): void;
}

export interface OutgoingCall {
  readonly callId: string;
  /** User and host of the Request-URI. */
  readonly user: string;
  readonly host: string;
  readonly media: CallMedia;
  readonly events: LegEvents;
}

/** One dialog, or one that may become a dialog. */
export interface SipLeg {
  readonly callId: string;
  /** Reject, CANCEL or BYE, whichever its state asks for; kept until there is a connection. No `ended` event follows. */
  hangUp(): void;
  /** 200 with the answer of `media`. Resolves when it is on the wire; rejects when there is no usable answer. */
  accept(media: CallMedia): Promise<void>;
  /** SIP INFO `application/dtmf-relay`, for peers without RFC 4733. */
  sendDtmfInfo(tone: string): void;
  /** New offer with new ICE credentials, after the network changed under the call. */
  restartIce(): void;
  /** Asks the other side to call somebody else (REFER, RFC 3515), after it was told of a hold that is on its way. */
  refer(target: ReferTarget, events: ReferEvents): void;
  /** Its media was held or resumed: the other side is told by a re-INVITE, now or as soon as one can be sent. */
  directionChanged(): void;
}

/** Whom: an address, as in {@link OutgoingCall}, or the other side of this leg in our place (RFC 3891). */
export type ReferTarget = { readonly user: string; readonly host: string | null } | { readonly replaces: SipLeg };

export interface ReferEvents {
  accepted(): void;
  /** Final failure; null when it could not be sent or nobody answered. */
  refused(status: number | null): void;
  /** NOTIFY: a status line, null where there is none to be read. `last`: it says that no more will come. */
  notified(status: number | null, last: boolean): void;
}

export interface IncomingInvitation {
  readonly leg: SipLeg;
  readonly identity: SipIdentity;
  /** Who sent the caller here (RFC 3892), if anybody. */
  readonly referredBy: SipIdentity | null;
  /** The leg this one takes the place of (RFC 3891). */
  readonly replaces: SipLeg | null;
  /** Who the events go to from now on. */
  handle(events: LegEvents): void;
  /** Final response without ringing: 486, 603, ... */
  reject(status: number): void;
}

export interface LegEvents {
  /** A provisional response above 100; `early`: it carried media. */
  progress(early: boolean): void;
  /** 2xx received, or ours acknowledged. */
  answered(): void;
  /** Who the other side says to be, in a response or a re-INVITE. */
  identified(identity: SipIdentity): void;
  ended(end: LegEnd): void;
  /** REFER: the other side asks to go on with somebody else. The new leg reports to the events given back. */
  referred?(start: (media: CallMedia, events: LegEvents) => SipLeg, refuse: () => void): void;
}

export interface LegEnd {
  readonly by: 'local' | 'remote';
  readonly status: number | null;
  readonly reasons: readonly SipReason[];
  /** Ours, not the other side's: no answer SDP could be made, or the connection went away. */
  readonly failure?: 'media' | 'connection';
  /** A 3xx response: who is to be called instead. */
  readonly forwardedTo?: ForwardedTo;
}
