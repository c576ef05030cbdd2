import type { FakeServer, FakeServerSocket } from './fake-web-socket';

/** One SIP message on the wire of the {@link FakeEdge}. */
export interface WireMessage {
  readonly from: string | null;
  readonly text: string;
  readonly start: string;
  readonly method: string;
  /** Of a response. */
  readonly status: number | null;
  header(name: string): string | null;
}

export function parseWire(from: string | null, text: string): WireMessage {
  const head = text.split('\r\n\r\n')[0] ?? '';
  const [start = '', ...lines] = head.split('\r\n');
  const header = (name: string) => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return line === undefined ? null : line.slice(line.indexOf(':') + 1).trim();
  };
  const status = /^SIP\/2\.0 (\d{3})/.exec(start)?.[1];
  const method = status === undefined ? (start.split(' ')[0] ?? '') : (header('cseq')?.split(' ')[1] ?? '');
  return { from, text, start, method, status: status === undefined ? null : Number(status), header };
}

/** Response to a request, with its Via, From, To (tag added), Call-ID and CSeq (RFC 3261 section 8.2.6). */
export function respond(request: WireMessage, status: string, headers: readonly string[] = [], body = ''): string {
  const to = request.header('to') ?? '';
  const lines = [
    `SIP/2.0 ${status}`,
    `Via: ${request.header('via')}`,
    `From: ${request.header('from')}`,
    `To: ${to.includes(';tag=') || status.startsWith('100') ? to : `${to};tag=edge`}`,
    `Call-ID: ${request.header('call-id')}`,
    `CSeq: ${request.header('cseq')}`,
    ...headers,
    `Content-Length: ${new TextEncoder().encode(body).length}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

type Rule = (message: WireMessage, edge: FakeEdge) => string[] | 'drop' | 'pass';

/**
 * A wire between registered phones: takes REGISTER with digest's challenge, hands every request to the device its
 * Request-URI names and every response back to where its Via came from. It adds no Via, so it is no proxy, but every
 * phone's messages pass as they are, to be looked at in {@link log}.
 */
export class FakeEdge {
  readonly log: WireMessage[] = [];
  /** Down: refuses connections. Hanging: neither accepts nor refuses. */
  mode: 'up' | 'down' | 'hang' = 'up';
  /** Seconds. */
  expires = 600;
  passwords = new Map<string, string>();
  /** Answers that come before the edge's own; the first that does not pass counts. */
  readonly rules: Rule[] = [];
  answersPings = true;
  /** Numbers and whose device they ring. */
  readonly numbers = new Map<string, string>();
  /** Changes a message before it is handed on. */
  rewrite: (text: string, message: WireMessage) => string = (text) => text;
  readonly #registered = new Map<string, FakeServerSocket>();
  readonly #viaOwners = new Map<string, FakeServerSocket>();
  readonly #sockets = new Set<FakeServerSocket>();

  readonly serve: FakeServer = (socket) => {
    if (this.mode === 'down') return 'refuse';
    if (this.mode === 'hang') return 'hang';
    this.#sockets.add(socket);
    socket.onMessage = (text) => this.#receive(socket, text);
    socket.onClose = () => this.#forget(socket);
    return 'open';
  };

  registered(user: string): boolean {
    return this.#registered.has(user);
  }

  connections(): number {
    return this.#sockets.size;
  }

  /** Cuts every connection, as a restart does; registrations are lost. */
  cut(): void {
    for (const socket of [...this.#sockets]) {
      this.#forget(socket);
      socket.close(1006);
    }
  }

  /** Sends to a registered user whatever a test wants to say. */
  say(user: string, text: string): void {
    this.#registered.get(user)?.send(text);
  }

  requests(method: string): WireMessage[] {
    return this.log.filter((message) => message.method === method && message.status === null);
  }

  responses(method: string, status: number): WireMessage[] {
    return this.log.filter((message) => message.method === method && message.status === status);
  }

  #receive(socket: FakeServerSocket, text: string): void {
    if (!this.#sockets.has(socket)) return;
    if (text.trim() === '') {
      if (this.answersPings && text === '\r\n\r\n') socket.send('\r\n');
      return;
    }
    const message = parseWire(/<sip:([^@>]+)@/.exec(text.split('\r\n').find((line) => /^from:/i.test(line)) ?? '')?.[1] ?? null, text);
    this.log.push(message);
    for (const rule of this.rules) {
      const answer = rule(message, this);
      if (answer === 'pass') continue;
      if (answer !== 'drop') for (const one of answer) socket.send(one);
      return;
    }
    if (message.status !== null) return this.#toViaOwner(message);
    this.#viaOwners.set(viaHost(message), socket);
    if (message.method === 'REGISTER') return this.#register(socket, message);
    if (message.method === 'OPTIONS') return socket.send(respond(message, '200 OK'));
    this.#toUser(socket, message);
  }

  #register(socket: FakeServerSocket, message: WireMessage): void {
    const user = message.from ?? '';
    const authorization = message.header('authorization');
    if (authorization === null)
      return socket.send(respond(message, '401 Unauthorized', ['WWW-Authenticate: Digest realm="test", nonce="n1", algorithm=MD5, qop="auth"']));
    if (this.passwords.get(user) === 'revoked') return socket.send(respond(message, '403 Forbidden'));
    const expires = Number(message.header('expires') ?? this.expires);
    if (expires === 0) this.#registered.delete(user);
    else this.#registered.set(user, socket);
    const contact = message.header('contact')?.replace(/;expires=\d+/, `;expires=${Math.min(expires, this.expires)}`);
    socket.send(respond(message, '200 OK', expires === 0 ? [] : [`Contact: ${contact}`]));
  }

  #toUser(socket: FakeServerSocket, message: WireMessage): void {
    const dialled = /^\S+ sip:([^@;\s]+)@/.exec(message.start)?.[1] ?? '';
    const user = this.numbers.get(dialled) ?? dialled;
    const text = message.text.replace(`sip:${dialled}@`, `sip:${user}@`);
    const target = this.#registered.get(user);
    if (target) return target.send(this.rewrite(text, message));
    if (message.method !== 'ACK') socket.send(respond(message, '404 Not Found'));
  }

  #toViaOwner(message: WireMessage): void {
    this.#viaOwners.get(viaHost(message))?.send(this.rewrite(message.text, message));
  }

  #forget(socket: FakeServerSocket): void {
    this.#sockets.delete(socket);
    for (const [user, one] of this.#registered) if (one === socket) this.#registered.delete(user);
  }
}

function viaHost(message: WireMessage): string {
  return /^SIP\/2\.0\/\w+ ([^;\s]+)/.exec(message.header('via') ?? '')?.[1] ?? '';
}
