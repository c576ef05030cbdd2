import { SessionState, type Invitation } from 'sip.js';
import type { CallMedia } from '@/utils/phone/media/call-media';
import type { IncomingInvitation, LegEvents, SipLeg } from '@/utils/phone/sip-user';
import { assertedIdentity, identityOf, referredBy } from './identity';
import { parseSessionExpires, sessionExpiresHeader } from './session-timer';
import { SessionLeg, type LegContext } from './session-leg';

const UNHEARD: LegEvents = { progress: () => undefined, answered: () => undefined, identified: () => undefined, ended: () => undefined };

/** A call that came in; SIP.js has sent the 180 already. */
export class IncomingLeg extends SessionLeg {
  readonly callId: string;
  readonly #invitation: Invitation;
  #acknowledged = false;

  constructor(invitation: Invitation, context: LegContext) {
    super(invitation, context, UNHEARD, false);
    this.#invitation = invitation;
    this.callId = invitation.request.callId;
  }

  handle(events: LegEvents): void {
    this.events = events;
  }

  async accept(media: CallMedia): Promise<void> {
    this.use(media);
    // Until the 200 is out only our own answer can fail; after it, only its acknowledgement.
    this.endsWith({ by: 'local', status: null, reasons: [], failure: 'media' });
    const { request } = this.#invitation;
    // The caller decides who refreshes; where it does not care, we do (RFC 4028 section 9).
    const expires = request.getHeaders('supported').some((value) => /\btimer\b/.test(value)) ? parseSessionExpires(request.getHeader('session-expires')) : null;
    const refresher = expires?.refresher ?? 'uas';
    await this.#invitation.accept(expires ? { extraHeaders: [sessionExpiresHeader(expires.interval, refresher), 'Require: timer'] } : {});
    if (expires) this.timerAgreed(expires.interval, refresher === 'uas' ? 'us' : 'them');
    this.endsWith({ by: 'local', status: null, reasons: [], failure: 'connection' });
  }

  reject(status: number): void {
    this.#invitation.reject({ statusCode: status }).catch(() => undefined);
  }

  protected override acknowledged(): void {
    if (this.#acknowledged) return;
    this.#acknowledged = true;
    this.endsWith({ by: 'remote', status: null, reasons: [] });
    this.events.answered();
  }

  protected terminate(): Promise<unknown> {
    if (this.#invitation.state === SessionState.Established) return this.#invitation.bye();
    if (this.#invitation.state === SessionState.Initial || this.#invitation.state === SessionState.Establishing)
      return this.#invitation.reject({ statusCode: 603 });
    return Promise.resolve();
  }
}

/** What the phone is told of an INVITE. */
export function incomingInvitation(invitation: Invitation, context: LegContext, replaces: SipLeg | null): IncomingInvitation {
  const leg = new IncomingLeg(invitation, context);
  return {
    leg,
    identity: assertedIdentity(invitation.request) ?? identityOf(invitation.remoteIdentity),
    referredBy: referredBy(invitation.request),
    replaces,
    handle: (events) => leg.handle(events),
    reject: (status) => leg.reject(status),
  };
}
