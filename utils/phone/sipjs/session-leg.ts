import { SessionState, type Notification, type Referral, type Session } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import { parseReasons } from '@/utils/domain/call/reason-header';
import type { CallMedia } from '@/utils/phone/media/call-media';
import type { LegEnd, LegEvents, ReferEvents, ReferTarget, SipLeg } from '@/utils/phone/sip-user';
import type { SessionMedia } from './description-handler';
import { assertedIdentity } from './identity';
import { namesDialog, onNotify, referTo } from './refer';
import { Reoffers } from './reoffers';
import { SessionTimer } from './session-timer';

export interface LegContext {
  readonly sessions: SessionMedia;
  readonly log: Logger;
  readonly clock: Clock;
  readonly random: () => number;
  /** Host of the own addresses. */
  readonly domain: string;
  isConnected(): boolean;
  /** Runs it with the next connection. */
  defer(run: () => void): void;
  /** The leg of the session a REFER on this one asks for. */
  refer(referral: Referral, on: Session, media: CallMedia, events: LegEvents): SipLeg;
}

const SILENT: LegEvents = { progress: () => undefined, answered: () => undefined, identified: () => undefined, ended: () => undefined };

/** What both directions have in common. Says nothing more to its listener once the call was hung up here. */
export abstract class SessionLeg implements SipLeg {
  protected events: LegEvents;
  protected readonly session: Session;
  protected readonly context: LegContext;
  #end: LegEnd = { by: 'remote', status: null, reasons: [] };
  readonly #reoffers: Reoffers;
  readonly #timer: SessionTimer;
  /** Of a REFER that was not refused, until the last is heard of it. */
  #referring: ReferEvents | null = null;
  #ended = false;

  /** `owner`: we made the Call-ID. */
  protected constructor(session: Session, context: LegContext, events: LegEvents, owner: boolean) {
    this.session = session;
    this.context = context;
    this.events = events;
    const { clock, random, log } = context;
    this.#timer = new SessionTimer({ clock: context.clock, refresh: () => this.#reoffers.refresh(), expired: () => this.#onGone() });
    this.#reoffers = new Reoffers({
      session,
      owner,
      clock,
      random,
      log,
      isConnected: () => context.isConnected(),
      defer: (run) => context.defer(run),
      gone: () => this.#onGone(),
      headers: () => (this.#timer.header === null ? [] : [this.#timer.header]),
      taken: () => this.#timer.refreshed(),
    });
    session.delegate = {
      onBye: (bye) => {
        this.endsWith({ by: 'remote', status: null, reasons: parseReasons(bye.request.getHeaders('reason')) });
        void bye.accept();
      },
      onCancel: (cancel) => this.endsWith({ by: 'remote', status: null, reasons: parseReasons(cancel.request.getHeaders('reason')) }),
      onAck: () => this.acknowledged(),
      onInvite: (request) => {
        this.#timer.heard();
        this.identify(request);
      },
      onRefer: (referral) => this.#onRefer(referral),
    };
    session.stateChange.addListener((state) => {
      // SIP.js ends the session first and hands over the response that ended it after.
      if (state === SessionState.Established) this.#reoffers.directionChanged();
      if (state !== SessionState.Terminated) return;
      this.#reoffers.stop();
      this.#timer.stop();
      queueMicrotask(() => this.#finish());
    });
  }

  abstract readonly callId: string;
  abstract accept(media: CallMedia): Promise<void>;
  /** Ends the session the way its state asks for. */
  protected abstract terminate(): Promise<unknown>;
  protected acknowledged(): void {
    // Only who answered waits for it.
  }

  /** True for the session SIP.js names, as in {@link Session.replacee}. */
  is(session: Session): boolean {
    return session === this.session;
  }

  /** Once, when the session is over, whoever ended it. */
  onGone(run: () => void): void {
    this.session.stateChange.addListener((state) => {
      if (state === SessionState.Terminated) run();
    });
  }

  hangUp(): void {
    this.events = SILENT;
    const end = () => {
      this.terminate().catch((error: unknown) => this.context.log.debug('call was already over', { error: String(error) }));
    };
    // SIP.js would forget the dialog with a BYE it cannot send, and the other side would hold a dead call.
    if (this.context.isConnected()) end();
    else this.context.defer(end);
  }

  sendDtmfInfo(tone: string): void {
    const content = `Signal=${tone}\r\nDuration=160\r\n`;
    const body = { contentDisposition: 'render', contentType: 'application/dtmf-relay', content };
    this.session.info({ requestOptions: { body } }).catch(() => undefined);
  }

  restartIce(): void {
    if (this.session.state !== SessionState.Established || !this.context.isConnected()) return;
    this.#reoffers.restartIce();
  }

  refer(target: ReferTarget, events: ReferEvents): void {
    this.#reoffers.afterOffer(() => {
      if (!this.context.isConnected()) return events.refused(null);
      const to = 'replaces' in target ? (target.replaces instanceof SessionLeg ? target.replaces.session : null) : target;
      if (to === null) return events.refused(null);
      const over = () => (this.#referring = null);
      this.#referring = {
        accepted: () => events.accepted(),
        refused: (status) => {
          over();
          events.refused(status);
        },
        notified: (status, last) => {
          if (last) over();
          events.notified(status, last);
        },
      };
      referTo(this.session, to, { domain: this.context.domain, log: this.context.log, events: this.#referring });
    });
  }

  /**
   * A NOTIFY outside of every dialog: where the PBX carries a REFER out that its other side does not know, it tells so how
   * it comes along. True when it is about this call, which has asked for it.
   */
  takesNotice(notification: Notification): boolean {
    const { dialog } = this.session;
    if (!this.#referring || !dialog || !namesDialog(notification.request.getHeader('target-dialog') ?? '', dialog)) return false;
    onNotify(notification, this.#referring);
    return true;
  }

  directionChanged(): void {
    this.#reoffers.directionChanged();
  }

  protected use(media: CallMedia): void {
    this.#reoffers.use(media);
    this.context.sessions.set(this.session, media, this.#reoffers.restartsIce);
  }

  /** Both sides will show now and then that they are there; interval in seconds. */
  protected timerAgreed(interval: number, by: 'us' | 'them'): void {
    this.#timer.agreed(interval, by);
  }

  /** What `ended` will say. */
  protected endsWith(end: LegEnd): void {
    this.#end = end;
  }

  protected identify(message: { getHeaders(name: string): string[] }): void {
    const identity = assertedIdentity(message);
    if (identity) this.events.identified(identity);
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.events.ended(this.#end);
  }

  #onGone(): void {
    // Hung up meanwhile, it is no news.
    if (this.session.state !== SessionState.Established) return;
    this.endsWith({ by: 'remote', status: null, reasons: [], failure: 'connection' });
    // A BYE to it ends our half too.
    this.terminate().catch(() => undefined);
  }

  #onRefer(referral: Referral): void {
    const refuse = () => void referral.reject({ statusCode: 603 });
    if (!this.events.referred) return refuse();
    this.events.referred((media, events) => this.context.refer(referral, this.session, media, events), refuse);
  }
}
