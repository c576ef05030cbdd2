import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import { isAnswered, isLive, nextCallState, type CallEvent } from '@/utils/domain/call/call-state';
import type { CallDirection, EndReason } from '@/utils/domain/call/end-reason';
import { endReasonOf } from '@/utils/domain/call/end-reason-of';
import type { SipIdentity } from '@/utils/domain/call/remote-party';
import type { CallAudio } from './call-audio';
import type { CallMedia } from './media/call-media';
import type { LegEnd, LegEvents, SipLeg } from './sip-user';

/** A connection that failed has this long to come back, by an ICE restart, before the call is given up. Milliseconds. */
const MEDIA_GRACE = 12_000;

export interface CallSessionOptions {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: RemoteParty;
  readonly audio: CallAudio;
  readonly clock: Clock;
  readonly log: Logger;
  /** Digits to send once the other side has answered: its extension. */
  readonly extension?: string;
  readonly remotePartyOf: (identity: SipIdentity) => RemoteParty;
  /** New media for a leg that a REFER asks for; null when transfers are not followed now. */
  readonly mediaForReferral: () => CallMedia | null;
  readonly changed: (view: CallView) => void;
}

/** One call as this device sees it. Its legs may change under it: replaced (RFC 3891) or transferred (RFC 3515). */
export class CallSession {
  readonly audio: CallAudio;
  readonly #options: CallSessionOptions;
  #view: CallView;
  #leg: SipLeg | null = null;
  /** The leg whose events count. */
  #current: object = {};
  #cancelGrace: (() => void) | null = null;

  constructor(options: CallSessionOptions) {
    this.#options = options;
    this.audio = options.audio;
    this.#view = Object.freeze<CallView>({
      id: options.id,
      direction: options.direction,
      state: options.direction === 'outgoing' ? 'dialling' : 'ringing',
      remote: Object.freeze(options.remote),
      startedAt: options.clock.now(),
      answeredAt: null,
      endedAt: null,
      muted: false,
      endReason: null,
      forwardedTo: null,
      microphoneLost: false,
      heldByRemote: false,
      silenced: false,
      dtmf: '',
    });
  }

  get view(): CallView {
    return this.#view;
  }

  get live(): boolean {
    return isLive(this.#view.state);
  }

  has(leg: SipLeg): boolean {
    return this.#leg === leg;
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
  async replaceBy(leg: SipLeg, media: CallMedia, identity: SipIdentity, listen: (events: LegEvents) => void): Promise<void> {
    const token = {};
    this.#current = token;
    this.#leg = leg;
    listen(this.#eventsFor(token));
    await this.audio.lend(media);
    await leg.accept(media);
    this.#use(media);
    // Held or resumed since its answer was made.
    leg.directionChanged();
    this.#change({ remote: this.#options.remotePartyOf(identity) });
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

  /** There is a connection again: mend what broke meanwhile. */
  reconnected(): void {
    if (this.#cancelGrace) this.#leg?.restartIce();
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
    this.#finish(endReasonOf({ ...this.#view, ...end }));
  }

  #onReferred(start: (media: CallMedia, events: LegEvents) => SipLeg, refuse: () => void): void {
    const media = isAnswered(this.#view.state) ? this.#options.mediaForReferral() : null;
    if (!media) return refuse();
    void this.audio.lend(media);
    const token = {};
    const switchTo = () => {
      const before = this.#leg;
      this.#current = token;
      this.#leg = leg;
      this.#use(media);
      // Held or resumed since its offer was made.
      leg.directionChanged();
      before?.hangUp();
    };
    const later = this.#eventsFor(token);
    let party: SipIdentity | null = null;
    const leg = start(media, {
      ...later,
      progress: () => undefined,
      identified: (identity) => {
        party = identity;
        later.identified(identity);
      },
      answered: () => {
        if (!this.live) return leg.hangUp();
        switchTo();
        if (party) later.identified(party);
      },
      // Who was asked for did not answer: the call goes on as it was.
      ended: (end) => (this.#current === token ? later.ended(end) : media.close()),
    });
  }

  #use(media: CallMedia): void {
    this.#cancelGrace?.();
    this.#cancelGrace = null;
    this.audio.use(media, {
      connectionState: (state) => this.#onMedia(state),
      heldByRemote: (held) => this.#onHeldByRemote(held),
    });
    this.#onHeldByRemote(media.heldByRemote);
  }

  #onHeldByRemote(heldByRemote: boolean): void {
    if (this.live && this.#view.heldByRemote !== heldByRemote) this.#change({ heldByRemote });
  }

  #onMedia(state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      this.#cancelGrace?.();
      this.#cancelGrace = null;
    }
    if (state !== 'failed' || this.#cancelGrace || !this.live) return;
    this.#options.log.warn('media connection failed');
    this.#cancelGrace = this.#options.clock.after(MEDIA_GRACE, () => this.fail('media-failed'));
    this.#leg?.restartIce();
  }

  #step(event: CallEvent, more: Partial<CallView> = {}): void {
    this.#change({ state: nextCallState(this.#view.state, event), ...more });
  }

  #finish(endReason: EndReason, more: Partial<CallView> = {}): void {
    this.#cancelGrace?.();
    this.#cancelGrace = null;
    this.#options.log.info('call ended', { reason: endReason, state: this.#view.state });
    this.#step('ended', { endedAt: this.#options.clock.now(), endReason, ...more });
    this.audio.end();
  }

  #change(part: Partial<CallView>): void {
    this.#view = Object.freeze({ ...this.#view, ...part });
    this.#options.changed(this.#view);
  }
}
