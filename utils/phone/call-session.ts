import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import { isAnswered, isLive, nextCallState, stands, type CallEvent } from '@/utils/domain/call/call-state';
import type { EndReason } from '@/utils/domain/call/end-reason';
import { endReasonOf } from '@/utils/domain/call/end-reason-of';
import type { TransferKind } from '@/utils/domain/call/put-through';
import type { CallAudio } from './call-audio';
import type { CallSessionOptions } from './call-session-options';
import { followReferral, type Referral } from './follow-referral';
import type { CallMedia } from './media/call-media';
import { MediaGrace } from './media-grace';
import { newCall } from './new-call';
import type { IncomingInvitation, LegEnd, LegEvents, ReferTarget, SipLeg } from './sip-user';
import { Transfer } from './transfer';

/** One call as this device sees it. Its legs may change under it: replaced (RFC 3891) or transferred (RFC 3515). */
export class CallSession {
  readonly audio: CallAudio;
  readonly #options: CallSessionOptions;
  #view: CallView;
  #leg: SipLeg | null = null;
  /** The leg whose events count. */
  #current: object = {};
  readonly #grace: MediaGrace;
  #transfer: Transfer | null = null;
  /** Its other side is being put through to somebody else's. */
  #leaving = false;
  #referral: Referral | null = null;

  constructor(options: CallSessionOptions) {
    this.#options = options;
    this.audio = options.audio;
    const { clock, log } = options;
    this.#view = newCall(options, clock.now());
    this.#grace = new MediaGrace({
      clock,
      restart: () => {
        log.warn('media connection lost');
        // A re-INVITE into a dead connection would hold up the next one for half a minute: see to that first.
        void options.reachable().then((reachable) => reachable && this.reconnected(true));
      },
      giveUp: (worked) => this.fail(worked ? 'connection-lost' : 'media-failed'),
    });
  }

  get view(): CallView {
    return this.#view;
  }

  get live(): boolean {
    return isLive(this.#view.state);
  }

  get leg(): SipLeg | null {
    return this.#leg;
  }

  /** Of a call that was dialled. */
  get address(): CallSessionOptions['address'] {
    return this.#options.address;
  }

  /** Takes a leg; its events reach this call until another takes its place. `start` makes the leg, or lets it report here. */
  take(media: CallMedia | null, start: (events: LegEvents) => SipLeg): void {
    const token = {};
    this.#current = token;
    if (media) this.#use(media);
    this.#leg = start(this.#eventsFor(token));
  }

  /** The user answered: 200 with our media. */
  async accept(media: CallMedia): Promise<void> {
    this.#step('accept');
    this.#use(media);
    try {
      await this.#leg?.accept(media);
    } catch (error) {
      this.#options.log.warn('call could not be answered', { error: String(error) });
      this.fail('media-failed');
    }
  }

  /** Another dialog takes this call's place (RFC 3891), answered at once. */
  async replaceBy({ leg, identity, referredBy, handle }: IncomingInvitation, media: CallMedia): Promise<void> {
    const token = {};
    this.#current = token;
    this.#leg = leg;
    handle(this.#eventsFor(token));
    await this.audio.lend(media);
    await leg.accept(media);
    this.#use(media);
    // Held or resumed since its answer was made.
    leg.directionChanged();
    const { remotePartyOf } = this.#options;
    this.#change({ remote: remotePartyOf(identity), transferredBy: referredBy && remotePartyOf(referredBy) });
  }

  hangUp(): void {
    if (!this.live) return;
    this.#finish(endReasonOf({ ...this.#view, by: 'local', status: null, reasons: [] }));
    this.#leg?.hangUp();
  }

  /** Ends the call for a reason of this device's own. */
  fail(reason: EndReason): void {
    if (!this.live) return;
    this.#finish(reason);
    this.#leg?.hangUp();
  }

  setMuted(muted: boolean): void {
    this.audio.setMuted(muted);
    this.#change({ muted });
  }

  /** Puts an active call aside. Nothing is said or heard from this moment on; the other side is told when it can be. */
  hold(): void {
    if (this.#view.state !== 'active') return;
    this.#transfer?.forget();
    this.audio.setHeld(true);
    this.#step('hold');
    this.#leg?.directionChanged();
  }

  resume(): void {
    if (this.#view.state !== 'held') return;
    this.audio.setHeld(false);
    this.#step('resume');
    this.#leg?.directionChanged();
  }

  /** Asks the other side, held meanwhile, to go on with somebody else (RFC 5589). */
  transfer(to: RemoteParty, kind: TransferKind, target: ReferTarget): void {
    const leg = this.#leg;
    if (!leg || !stands(this.#view.state)) return;
    this.hold();
    this.#options.log.info('call transferred', { kind });
    this.#step('refer');
    this.#transfer?.forget();
    this.#transfer = new Transfer({
      leg,
      to,
      kind,
      target,
      clock: this.#options.clock,
      changed: (transfer) => this.live && this.#change({ transfer }),
      done: () => {
        this.#finish('transferred');
        this.#leg?.hangUp();
      },
      failed: (reason) => {
        this.#options.log.info('call came back', { reason });
        this.#step('returned');
        this.#options.returned(this);
      },
    });
    this.#transfer.start();
  }

  /** Does not wait any longer whether the other side gets through, and holds it. */
  takeBack(): void {
    this.#transfer?.handle({ kind: 'taken-back' });
  }

  /** While its other side is put through, its hanging up means that it has been. */
  setLeaving(leaving: boolean): void {
    this.#leaving = leaving;
  }

  /** The call it consulted for is over, or another call. */
  consultationEnds(): void {
    this.#change({ consultFor: null });
  }

  setConference(conference: boolean): void {
    if (this.#view.conference !== conference) this.#change({ conference });
  }

  /** It goes on ringing, unheard. */
  silence(): void {
    this.#change({ silenced: true });
  }

  setMicrophoneLost(microphoneLost: boolean): void {
    if (this.live && this.#view.microphoneLost !== microphoneLost) this.#change({ microphoneLost });
  }

  sendTones(tones: string): void {
    if (this.#view.state !== 'active') return;
    if (this.audio.media?.sendTones(tones) !== true) for (const tone of tones) this.#leg?.sendDtmfInfo(tone);
    this.#change({ dtmf: this.#view.dtmf + tones });
  }

  /** There is a connection: mend what broke, and move what the network moved away under (`moved`). */
  reconnected(moved: boolean): void {
    if (this.live && (this.#grace.troubled || moved)) this.#leg?.restartIce();
  }

  /** The connection went away. A call not answered yet has lost its transaction with it. */
  connectionLost(): void {
    if (this.#leg && (this.#view.state === 'dialling' || this.#view.state === 'alerting')) this.fail('connection-lost');
  }

  #eventsFor(token: object): LegEvents {
    const mine = (run: () => void) => {
      if (this.#current === token && this.live) run();
    };
    return {
      progress: (early) => mine(() => this.#onProgress(early)),
      answered: () => mine(() => this.#onAnswered()),
      identified: (identity) => mine(() => this.#change({ remote: this.#options.remotePartyOf(identity) })),
      ended: (end) => mine(() => this.#onEnded(end)),
      referred: (start, refuse) => mine(() => this.#onReferred(start, refuse)),
    };
  }

  #onProgress(early: boolean): void {
    if (this.#view.state !== 'dialling' && this.#view.state !== 'alerting') return;
    if (early) this.audio.stopRingback();
    else this.audio.startRingback();
    if (this.#view.state === 'dialling') this.#step('progress');
  }

  #onAnswered(): void {
    if (isAnswered(this.#view.state)) return;
    this.audio.stopRingback();
    this.#step('answered', { answeredAt: this.#options.clock.now() });
    // RFC 3966 extension: after a pause, so that the attendant listens.
    if (this.#options.extension) this.audio.media?.sendTones(`,${this.#options.extension}`);
  }

  #onEnded(end: LegEnd): void {
    const { forwardedTo } = end;
    if (forwardedTo) return this.#finish('forwarded', { forwardedTo: this.#options.remotePartyOf({ ...forwardedTo, displayName: '' }) });
    if (end.failure) return this.#finish(end.failure === 'media' ? 'media-failed' : 'connection-lost');
    this.#transfer?.handle({ kind: 'hung-up' });
    if (!this.live) return;
    if (this.#leaving && end.by === 'remote' && isAnswered(this.#view.state)) return this.#finish('transferred');
    const reason = endReasonOf({ ...this.#view, ...end });
    // Who sends us on may leave before anybody has answered there (RFC 5589 section 6).
    if (end.by === 'remote' && this.#referral?.outlives(() => this.#finish(reason)) === true) return;
    this.#finish(reason);
  }

  #onReferred(start: (media: CallMedia, events: LegEvents) => SipLeg, refuse: () => void): void {
    const media = stands(this.#view.state) && this.#referral?.pending !== true ? this.#options.mediaForReferral() : null;
    if (!media) return refuse();
    void this.audio.lend(media);
    const token = {};
    this.#referral = followReferral({
      media,
      start,
      events: this.#eventsFor(token),
      live: () => this.live,
      switchTo: (leg) => {
        const before = this.#leg;
        this.#current = token;
        this.#leg = leg;
        this.#use(media);
        // Held or resumed since its offer was made.
        leg.directionChanged();
        before?.hangUp();
      },
    });
  }

  #use(media: CallMedia): void {
    this.#grace.end();
    this.audio.use(media, {
      connectionState: (state) => this.live && this.#grace.saw(state),
      heldByRemote: (held) => this.#onHeldByRemote(held),
    });
    this.#onHeldByRemote(media.heldByRemote);
  }

  #onHeldByRemote(heldByRemote: boolean): void {
    if (!this.live || this.#view.heldByRemote === heldByRemote) return;
    // Who sends a call away has it on hold, and takes it back by talking again.
    if (!heldByRemote) this.#referral?.giveUp();
    this.#change({ heldByRemote });
  }

  #step(event: CallEvent, more: Partial<CallView> = {}): void {
    this.#change({ state: nextCallState(this.#view.state, event), ...more });
  }

  #finish(endReason: EndReason, more: Partial<CallView> = {}): void {
    this.#grace.end();
    this.#transfer?.close();
    this.#referral?.giveUp();
    this.#options.log.info('call ended', { reason: endReason, state: this.#view.state });
    this.#step('ended', { endedAt: this.#options.clock.now(), endReason, conference: false, ...more });
    this.audio.end();
  }

  #change(part: Partial<CallView>): void {
    this.#view = Object.freeze({ ...this.#view, ...part });
    this.#options.changed(this.#view);
  }
}
