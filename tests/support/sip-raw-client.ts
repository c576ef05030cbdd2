import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createInbox, type Inbox } from './sip-inbox';

/** A bare WebSocket that sends whatever a test writes, for messages no SIP stack would send. */
export interface RawSip {
  /** Every SIP message that came, as text. */
  readonly inbox: Inbox<string>;
  /** Resolves when the edge closed the connection. */
  readonly closed: Promise<void>;
  readonly open: boolean;
  send(text: string): void;
  /** Sends a request and resolves with the final response to its branch. */
  ask(request: RawRequest): Promise<string>;
  close(): void;
}

export interface RawRequest {
  readonly method: string;
  readonly uri: string;
  readonly from: string;
  readonly to: string;
  readonly callId?: string;
  readonly sequence?: number;
  readonly branch?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

export const newToken = (): string => randomBytes(8).toString('hex');
export const statusOf = (response: string): number => Number(/^SIP\/2\.0 (\d{3}) /.exec(response)?.[1] ?? 0);
/** The first value of a header in a raw message. */
export const fieldOf = (message: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(message)?.[1]?.trim();

export function writeRequest(request: RawRequest): string {
  const { method, uri, from, to, body = '', headers = [] } = request;
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/WS raw.invalid;branch=${request.branch ?? `z9hG4bK${newToken()}`}`,
    'Max-Forwards: 70',
    `From: ${from}`,
    `To: ${to}`,
    `Call-ID: ${request.callId ?? newToken()}`,
    `CSeq: ${request.sequence ?? 1} ${method}`,
    ...headers,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

export interface RawCredentials {
  readonly username: string;
  readonly password: string;
  readonly method: string;
  readonly uri: string;
  readonly count?: number;
}

/** Answers a challenge (RFC 7616 3.4); the value of Authorization or Proxy-Authorization. */
export function answerChallenge(challenge: string, credentials: RawCredentials): string {
  const { username, password, method, uri, count = 1 } = credentials;
  const realm = /realm="([^"]*)"/.exec(challenge)?.[1] ?? '';
  const nonce = /nonce="([^"]*)"/.exec(challenge)?.[1] ?? '';
  const nc = count.toString(16).padStart(8, '0');
  const proof = md5(`${md5(`${username}:${realm}:${password}`)}:${nonce}:${nc}:raw:auth:${md5(`${method}:${uri}`)}`);
  const fields = `username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${proof}"`;
  return `Digest ${fields}, algorithm=MD5, qop=auth, cnonce="raw", nc=${nc}`;
}

export async function connectRaw(server: string): Promise<RawSip> {
  const socket = new WebSocket(server, 'sip');
  const inbox = createInbox<string>('a SIP message', (text) => text.split('\r\n')[0] ?? '');
  socket.on('message', (data) => inbox.push(String(data)));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => undefined);
  await Promise.race([once(socket, 'open'), closed.then(() => Promise.reject(new Error('connection refused')))]);
  return {
    inbox,
    closed,
    get open() {
      return socket.readyState === WebSocket.OPEN;
    },
    send: (text) => socket.send(text),
    ask(request) {
      const branch = request.branch ?? `z9hG4bK${newToken()}`;
      socket.send(writeRequest({ ...request, branch }));
      return inbox.next((text) => statusOf(text) >= 200 && (fieldOf(text, 'Via') ?? '').includes(branch));
    },
    close: () => socket.terminate(),
  };
}

/** One REGISTER with a password, challenge and all. `expires`: seconds. Resolves with the last response. */
export async function registerRaw(
  raw: RawSip,
  domain: string,
  username: string,
  password: string,
  expires = 600,
): Promise<string> {
  const uri = `sip:${domain}`;
  const aor = `<sip:${username}@${domain}>`;
  const base = { method: 'REGISTER', uri, from: `${aor};tag=${newToken()}`, to: aor, callId: newToken() };
  const contact = `Contact: <sip:${username}@raw.invalid;transport=ws>;expires=${expires}`;
  const challenged = await raw.ask({ ...base, headers: [contact] });
  const challenge = fieldOf(challenged, 'WWW-Authenticate');
  if (challenge === undefined) return challenged;
  const proof = answerChallenge(challenge, { username, password, method: 'REGISTER', uri });
  return raw.ask({ ...base, sequence: 2, headers: [contact, `Authorization: ${proof}`] });
}
