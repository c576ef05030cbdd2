import { once } from 'node:events';
import { WebSocket } from 'ws';
import { answerChallenge, fieldOf, newToken, statusOf, writeRequest, type RawRequest } from '@/tests/support/sip-raw-client';

export interface LoadCredentials {
  readonly username: string;
  readonly password: string;
  readonly domain: string;
}

/** What a browser answers with, as far as a media relay looks at it. `mid`: that of the offer (RFC 9429 5.3.1). */
const answerSdp = (mid: string) => [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 8',
  'c=IN IP4 0.0.0.0',
  'a=rtpmap:8 PCMA/8000',
  'a=sendrecv',
  'a=rtcp-mux',
  `a=mid:${mid}`,
  'a=ice-ufrag:load',
  'a=ice-pwd:loadloadloadloadloadload',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:active',
  '',
].join('\r\n');

/** A phone without a SIP stack's cost: it writes its messages itself, and answers every call at once. */
export class LoadPhone {
  private registers = 0;
  /** By branch: who waits for the final response. */
  private readonly waiting = new Map<string, (answer: string) => void>();

  private constructor(
    private readonly socket: WebSocket,
    readonly who: LoadCredentials,
  ) {
    socket.on('message', (data) => this.onMessage(String(data)));
    socket.on('error', () => undefined);
  }

  static async connect(server: string, who: LoadCredentials): Promise<LoadPhone> {
    const socket = new WebSocket(server, 'sip');
    await once(socket, 'open');
    return new LoadPhone(socket, who);
  }

  private get aor(): string {
    return `sip:${this.who.username}@${this.who.domain}`;
  }

  private get contact(): string {
    return `Contact: <sip:${this.who.username}@raw.invalid;transport=ws>`;
  }

  /** One REGISTER, its challenge answered. Milliseconds; rejects when it is refused. */
  register(): Promise<number> {
    const uri = `sip:${this.who.domain}`;
    this.registers += 2;
    const request = { method: 'REGISTER', uri, from: `<${this.aor}>;tag=${newToken()}`, to: `<${this.aor}>`, callId: `load-${this.who.username}`, sequence: this.registers };
    return this.timed(request, [`${this.contact};expires=600`], 'WWW-Authenticate', 'Authorization');
  }

  private async timed(request: RawRequest & { sequence: number }, headers: string[], challengedBy: string, answeredBy: string): Promise<number> {
    const started = performance.now();
    let answer = await this.ask({ ...request, headers });
    const challenge = fieldOf(answer, challengedBy);
    if (challenge !== undefined && statusOf(answer) === 401) {
      const proof = answerChallenge(challenge, { ...this.who, method: request.method, uri: request.uri });
      answer = await this.ask({ ...request, sequence: request.sequence + 1, headers: [...headers, `${answeredBy}: ${proof}`] });
    }
    if (statusOf(answer) !== 200) throw new Error(`${request.method} was answered ${answer.split('\r\n')[0]}`);
    return performance.now() - started;
  }

  private ask(request: RawRequest): Promise<string> {
    const branch = `z9hG4bK${newToken()}`;
    return new Promise((resolve) => {
      this.waiting.set(branch, resolve);
      this.socket.send(writeRequest({ ...request, branch }));
    });
  }

  /** 200 to every INVITE and BYE; final responses go to who asked. */
  private onMessage(text: string): void {
    if (/^(INVITE|BYE) /.test(text)) return this.socket.send(this.answerTo(text));
    const branch = /branch=([^;\s]+)/.exec(fieldOf(text, 'Via') ?? '')?.[1];
    if (statusOf(text) < 200 || branch === undefined) return;
    this.waiting.get(branch)?.(text);
    this.waiting.delete(branch);
  }

  private answerTo(request: string): string {
    const invite = request.startsWith('INVITE');
    const copied = ['Via', 'Record-Route'].flatMap((name) => fieldsOf(request, name).map((value) => `${name}: ${value}`));
    const to = fieldOf(request, 'To') ?? '';
    const body = invite ? answerSdp(/^a=mid:(\S+)/m.exec(request)?.[1] ?? '0') : '';
    return [
      'SIP/2.0 200 OK',
      ...copied,
      `From: ${fieldOf(request, 'From')}`,
      `To: ${/;tag=/.test(to) ? to : `${to};tag=${newToken()}`}`,
      `Call-ID: ${fieldOf(request, 'Call-ID')}`,
      `CSeq: ${fieldOf(request, 'CSeq')}`,
      ...(invite ? [this.contact, 'Content-Type: application/sdp'] : []),
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n');
  }

  close(): void {
    this.socket.terminate();
  }
}

const fieldsOf = (message: string, name: string): string[] =>
  [...message.matchAll(new RegExp(`^${name}:[ \\t]*(.*)$`, 'gim'))].flatMap(([, value]) => (value === undefined ? [] : [value.trim()]));
