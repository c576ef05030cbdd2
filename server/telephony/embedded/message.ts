/** A SIP message as a proxy needs it: header fields in their order and spelling, everything unknown kept as it came. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface SipRequest {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export interface SipResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export type SipMessage = SipRequest | SipResponse;

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function headersOf(message: SipMessage, name: string): string[] {
  return message.headers.filter((header) => same(header.name, name)).map((header) => header.value);
}

export function headerOf(message: SipMessage, name: string): string | undefined {
  return message.headers.find((header) => same(header.name, name))?.value;
}

export function withoutHeaders<M extends SipMessage>(message: M, ...names: string[]): M {
  return { ...message, headers: message.headers.filter((header) => !names.some((name) => same(name, header.name))) };
}

/** Puts a field on top, before others of its name: Via and Record-Route are stacks. */
export function withFirstHeader<M extends SipMessage>(message: M, name: string, value: string): M {
  return { ...message, headers: [{ name, value }, ...message.headers] };
}

/** Replaces every field of that name by one, in the place of the first. */
export function withHeader<M extends SipMessage>(message: M, name: string, value: string): M {
  const place = message.headers.findIndex((header) => same(header.name, name));
  if (place === -1) return { ...message, headers: [...message.headers, { name, value }] };
  const headers = message.headers
    .map((header, index) => (index === place ? { name: header.name, value } : header))
    .filter((header, index) => index === place || !same(header.name, name));
  return { ...message, headers };
}

/** Removes the topmost field of a stack. */
export function withoutFirstHeader<M extends SipMessage>(message: M, name: string): M {
  const place = message.headers.findIndex((header) => same(header.name, name));
  return { ...message, headers: message.headers.filter((_, index) => index !== place) };
}

export function encodeMessage(message: SipMessage): string {
  const first =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const lines = withoutHeaders(message, 'Content-Length').headers.map(({ name, value }) => `${name}: ${value}`);
  const length = Buffer.byteLength(message.body, 'utf8');
  return [first, ...lines, `Content-Length: ${length}`, '', message.body].join('\r\n');
}
