import type { BodyAndContentType, Session, SessionDescriptionHandler } from 'sip.js';
import type { CallMedia } from '@/utils/phone/media/call-media';

/** Lets a SIP.js session make and take its SDP from our {@link CallMedia}. */
export class MediaDescriptions implements SessionDescriptionHandler {
  #offered = false;

  constructor(
    readonly media: CallMedia,
    /** Set for the one re-INVITE that restarts ICE. */
    private readonly iceRestart: () => boolean = () => false,
    /** An offer of the other side waits for its answer. */
    private readonly hasRemoteOffer: () => boolean = () => false,
  ) {}

  close(): void {
    this.media.close();
  }

  async getDescription(): Promise<BodyAndContentType> {
    const body = this.#offered ? await this.media.answer() : await this.media.offer({ iceRestart: this.iceRestart() });
    this.#offered = false;
    return { body, contentType: 'application/sdp' };
  }

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase() === 'application/sdp';
  }

  async setDescription(sdp: string): Promise<void> {
    // Told by the dialog where it can: an offer that comes while ours is being made is no answer to it.
    this.#offered = (await this.media.setRemote(sdp, this.hasRemoteOffer() ? 'offer' : undefined)) === 'offer';
  }

  async rollbackDescription(): Promise<void> {
    this.#offered = false;
    await this.media.rollback();
  }

  /** SIP.js asks the session for tones by this; we send ours through {@link CallMedia.sendTones}. */
  sendDtmf(tones: string): boolean {
    return this.media.sendTones(tones);
  }
}

/** Which media a session uses: set before SIP.js asks for its handler. */
export class SessionMedia {
  readonly #of = new WeakMap<Session, { media: CallMedia; iceRestart: () => boolean }>();

  set(session: Session, media: CallMedia, iceRestart: () => boolean): void {
    this.#of.set(session, { media, iceRestart });
  }

  readonly handlerFor = (session: Session): SessionDescriptionHandler => {
    const found = this.#of.get(session);
    if (!found) throw new Error('no media was given to this session');
    return new MediaDescriptions(found.media, found.iceRestart, () => {
      const state: string | undefined = session.dialog?.signalingState;
      return state === 'HaveRemoteOffer';
    });
  };
}
