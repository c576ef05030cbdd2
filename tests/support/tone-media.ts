import type { BodyAndContentType, Session, SessionDescriptionHandler } from 'sip.js';
import { PlainRtp } from './e2e-plain-rtp';

/** Plain RTP for SIP.js: sends a tone and measures what comes. */
export class ToneMedia implements SessionDescriptionHandler {
  /** `sendonly` puts the other side on hold with the next offer. */
  direction: 'sendrecv' | 'sendonly' = 'sendrecv';
  /** The last description the other side sent. */
  remote = '';
  #rtp: PlainRtp | null = null;
  #closed = false;

  constructor(private readonly hertz: number) {}

  /** Whether that tone is what is heard. */
  hears(hertz: number): boolean {
    const tone = this.#rtp?.heard();
    return tone !== undefined && tone.level > 0 && Math.abs(tone.frequency - hertz) < hertz * 0.04;
  }


  close(): void {
    this.#closed = true;
    this.#rtp?.close();
    this.#rtp = null;
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async getDescription(): Promise<BodyAndContentType> {
    const rtp = await this.#open();
    // It asks for what it was offered; RFC 3264 section 6.1 has the mirror image for an answer.
    const held = /a=(sendonly|inactive)/.test(this.remote) && this.direction === 'sendrecv';
    return { contentType: 'application/sdp', body: rtp.description(this.remote).replace('a=sendrecv', `a=${held ? 'recvonly' : this.direction}`) };
  }

  async setDescription(description: string): Promise<void> {
    this.remote = description;
    const rtp = await this.#open();
    // A side that is held says nothing (RFC 3264 section 8.4).
    if (/a=(sendonly|inactive)/.test(description)) rtp.stop();
    else rtp.start(description);
  }

  sendDtmf(): boolean {
    return false;
  }

  async #open(): Promise<PlainRtp> {
    const opened = this.#rtp ?? (await PlainRtp.open(this.hertz));
    if (this.#closed) opened.close();
    this.#rtp = opened;
    return opened;
  }
}

export function toneOf(session: Session): ToneMedia {
  const media = session.sessionDescriptionHandler;
  if (!(media instanceof ToneMedia)) throw new Error('the session has no tone yet');
  return media;
}
