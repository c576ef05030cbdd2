import { settle } from './fake-clock';
import type { TestPhone } from './phone-builder';
import { respond, type FakeEdge, type WireMessage } from './phone-edge';

/** What a stranger offers. */
export const OFFER = [
  'v=0',
  'o=- 1 1 IN IP4 0.0.0.0',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=fingerprint:sha-256 AA:BB',
  'a=setup:actpass',
  'a=rtpmap:111 opus/48000/2',
  'a=sendrecv',
  '',
].join('\r\n');

export const bodyOf = ({ text }: WireMessage) => text.split('\r\n\r\n')[1] ?? '';
export const tagOf = (message: WireMessage, name: string) => /;tag=([^;\s]+)/.exec(message.header(name) ?? '')?.[1];

/** A response of one of several phones that ring, told apart by the tag. */
export function branch(invite: WireMessage, status: string, tag: string, sdp = ''): string {
  const headers = [`Contact: <sip:${tag}@x.invalid;transport=ws>`, ...(sdp === '' ? [] : ['Content-Type: application/sdp'])];
  return respond(invite, status, headers, sdp).replace('tag=edge', `tag=${tag}`);
}

/** A caller of Bob's that says what a test tells it to. */
export class Stranger {
  toTag: string | undefined;
  #cseq = 0;
  constructor(
    private readonly edge: FakeEdge,
    private readonly bob: TestPhone,
    private readonly callId = 'stranger',
  ) {}

  request(method: string, headers: readonly string[] = [], body = '', cseq = ++this.#cseq): string {
    const lines = [
      `${method} sip:1002@h.invalid SIP/2.0`,
      `Via: SIP/2.0/WSS stranger.invalid;branch=z9hG4bK${this.callId}${method}${cseq}`,
      'From: "Odd" <sip:odd@one.test>;tag=odd',
      `To: <sip:1002@one.test>${this.toTag ? `;tag=${this.toTag}` : ''}`,
      `Call-ID: ${this.callId}`,
      `CSeq: ${cseq} ${method}`,
      'Contact: <sip:odd@stranger.invalid;transport=ws>',
      'Max-Forwards: 70',
      ...headers,
      ...(body === '' ? [] : ['Content-Type: application/sdp']),
      `Content-Length: ${body.length}`,
    ];
    return `${lines.join('\r\n')}\r\n\r\n${body}`;
  }

  say(method: string, headers: readonly string[] = [], body = ''): Promise<void> {
    this.edge.say('1002', this.request(method, headers, body, method === 'ACK' ? this.#cseq : ++this.#cseq));
    return settle();
  }

  /** Rings at Bob, who answers; acknowledged. */
  async talk(headers: readonly string[] = []): Promise<WireMessage> {
    await this.say('INVITE', headers, OFFER);
    await this.bob.phone.answer(this.bob.call.id);
    await settle();
    const ok = this.last('INVITE');
    if (ok?.status !== 200) throw new Error(`no answer: ${ok?.start}`);
    this.toTag = tagOf(ok, 'to');
    await this.say('ACK');
    return ok;
  }

  statuses(method: string): (number | null)[] {
    return this.responses(method).map(({ status }) => status);
  }

  responses(method: string): WireMessage[] {
    return this.edge.log.filter((message) => message.status !== null && message.method === method && message.header('call-id') === this.callId);
  }
  last(method: string): WireMessage | undefined {
    return this.responses(method).at(-1);
  }
}
