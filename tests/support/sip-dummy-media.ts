import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';

const FINGERPRINT = Array.from({ length: 32 }, () => 'AA').join(':');

/** Describes audio as a browser would, that nobody sends: signalling tests need an offer and an answer, not media. */
export class DummyMedia implements SessionDescriptionHandler {
  /** `sendonly` puts the other side on hold with the next offer. */
  direction: 'sendrecv' | 'sendonly' = 'sendrecv';
  /** The last description the other side sent. */
  remote: string | null = null;
  private version = 0;

  constructor(private readonly name: string) {}

  close(): void {
    this.remote = null;
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async getDescription(): Promise<BodyAndContentType> {
    this.version += 1;
    const lines = [
      'v=0',
      `o=- 1 ${this.version} IN IP4 127.0.0.1`,
      `s=${this.name}`,
      'c=IN IP4 127.0.0.1',
      't=0 0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 8',
      'a=ice-ufrag:dumm',
      'a=ice-pwd:nobodysendsanythinghere1',
      `a=fingerprint:sha-256 ${FINGERPRINT}`,
      `a=setup:${this.remote === null ? 'actpass' : 'active'}`,
      'a=rtcp-mux',
      `a=${this.direction}`,
    ];
    return { contentType: 'application/sdp', body: `${lines.join('\r\n')}\r\n` };
  }

  async setDescription(description: string): Promise<void> {
    this.remote = description;
  }

  sendDtmf(): boolean {
    return false;
  }
}
