import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import type { MediaSession } from './media-session';

const SDP = 'application/sdp';

/** What SIP.js asks of a call's media (RFC 3264 offer and answer), answered by a {@link MediaSession}. */
export class MediaDescription implements SessionDescriptionHandler {
  constructor(readonly media: MediaSession) {}

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase().startsWith(SDP);
  }

  async getDescription(): Promise<BodyAndContentType> {
    const body = this.media.hasRemoteOffer ? await this.media.answer() : await this.media.offer();
    return { body, contentType: SDP };
  }

  async setDescription(sdp: string): Promise<void> {
    await this.media.setRemote(this.media.awaits, sdp);
  }

  sendDtmf(): boolean {
    return false;
  }

  close(): void {
    void this.media.close();
  }
}
