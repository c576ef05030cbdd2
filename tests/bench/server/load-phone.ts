import { once } from 'node:events';
import { WebSocket } from 'ws';
import { answerChallenge, fieldOf, newToken, statusOf, writeRequest, type RawRequest } from '@/tests/support/sip-raw-client';

export interface LoadCredentials {
  readonly username: string;
  readonly password: string;
  readonly domain: string;
}

const SDP = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', 'm=audio 9 UDP/TLS/RTP/SAVPF 8', 'a=sendrecv', ''].join('\r\n');

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

  /** One call that is answered: INVITE to 200, then ACK and BYE. Milliseconds from INVITE to 200. */
  async call(extension: string): Promise<number> {
    const uri = `sip:${extension}@${this.who.domain}`;
    const request = { method: 'INVITE', uri, from: `<${this.aor}>;tag=${newToken()}`, to: `<${uri}>`, callId: newToken(), sequence: 1, body: SDP };
    return this.timed(request, [this.contact, 'Content-Type: application/sdp'], 'Proxy-Authenticate', 'Proxy-Authorization');
  }

  private async timed(request: RawRequest & { sequence: number }, headers: string[], challengedBy: string, answeredBy: string): Promise<number> {
    const started = performance.now();
    let answer = await this.ask({ ...request, headers });
    const challenge = fieldOf(answer, challengedBy);
    if (challenge !== undefined && (statusOf(answer) === 401 || statusOf(answer) === 407)) {
      if (request.method === 'INVITE') this.acknowledge(answer, request.uri, []);
      const proof = answerChallenge(challenge, { ...this.who, method: request.method, uri: request.uri });
      answer = await this.ask({ ...request, sequence: request.sequence + 1, headers: [...headers, `${answeredBy}: ${proof}`] });
    }
    const took = performance.now() - started;
    if (statusOf(answer) !== 200) throw new Error(`${request.method} was answered ${answer.split('\r\n')[0]}`);
    if (request.method === 'INVITE') this.endCall(answer, request.uri);
    return took;
  }

  private endCall(answer: string, uri: string): void {
    const routes = fieldsOf(answer, 'Record-Route').reverse().map((route) => `Route: ${route}`);
    const target = /<([^>]+)>/.exec(fieldOf(answer, 'Contact') ?? '')?.[1] ?? uri;
    this.acknowledge(answer, target, routes);
    this.socket.send(writeRequest({ ...this.within(answer), method: 'BYE', uri: target, sequence: 9, headers: routes }));
  }

  private acknowledge(answer: string, uri: string, routes: string[]): void {
    const sequence = Number.parseInt(fieldOf(answer, 'CSeq') ?? '1', 10);
    const branch = /branch=([^;\s]+)/.exec(fieldOf(answer, 'Via') ?? '')?.[1];
    const own = statusOf(answer) >= 300 && branch !== undefined && { branch };
    this.socket.send(writeRequest({ ...this.within(answer), ...own, method: 'ACK', uri, sequence, headers: routes }));
  }

  private within(answer: string) {
    return { from: fieldOf(answer, 'From') ?? '', to: fieldOf(answer, 'To') ?? '', callId: fieldOf(answer, 'Call-ID') ?? '' };
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
    const body = invite ? SDP : '';
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
