import type { Header, SipMessage } from './message';

/** A browser's offer with all codecs and candidates is some 10 KiB; a message larger than this is an attack. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
const MAX_HEADERS = 128;
const MAX_HEADER_LENGTH = 8 * 1024;

/** RFC 3261 7.3.3 and the RFCs that added headers SIP phones abbreviate. */
const COMPACT: ReadonlyMap<string, string> = new Map([
  ['b', 'Referred-By'],
  ['c', 'Content-Type'],
  ['e', 'Content-Encoding'],
  ['f', 'From'],
  ['i', 'Call-ID'],
  ['k', 'Supported'],
  ['l', 'Content-Length'],
  ['m', 'Contact'],
  ['o', 'Event'],
  ['r', 'Refer-To'],
  ['s', 'Subject'],
  ['t', 'To'],
  ['u', 'Allow-Events'],
  ['v', 'Via'],
  ['x', 'Session-Expires'],
]);

/** Fields a proxy handles value by value, so a comma-joined line becomes several (RFC 3261 7.3.1). */
const STACKS = new Set(['via', 'route', 'record-route']);

const TOKEN = "[A-Za-z0-9\\-.!%*_+`'~]+";
const REQUEST_LINE = new RegExp(`^(${TOKEN}) ([^\\s<>"]+) SIP/2\\.0$`);
const STATUS_LINE = /^SIP\/2\.0 ([1-6]\d\d) (.*)$/;
const FIELD = new RegExp(`^(${TOKEN})[ \\t]*:(.*)$`);
// A lone CR, LF, NUL or another control character would let one field smuggle in a second one.
 
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Splits at commas outside quotes and angle brackets. */
export function splitList(value: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '<') depth += 1;
    else if (!quoted && char === '>') depth -= 1;
    else if (!quoted && depth <= 0 && char === ',') {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(value.slice(start).trim());
  return parts.filter((part) => part !== '');
}

function parseFields(lines: readonly string[]): Header[] | null {
  const headers: Header[] = [];
  for (const line of lines) {
    if (line.length > MAX_HEADER_LENGTH || CONTROL.test(line)) return null;
    const [, spelled, raw] = FIELD.exec(line) ?? [];
    if (spelled === undefined || raw === undefined) return null;
    const name = COMPACT.get(spelled.toLowerCase()) ?? spelled;
    const value = raw.trim();
    if (STACKS.has(name.toLowerCase())) headers.push(...splitList(value).map((part) => ({ name, value: part })));
    else headers.push({ name, value });
    if (headers.length > MAX_HEADERS) return null;
  }
  return headers;
}

/**
 * The body as Content-Length delimits it; a frame is one message, so a missing length means the rest (RFC 7118 5.3).
 * Null: fewer bytes came than announced (RFC 3261 18.3).
 */
function cutBody(headers: readonly Header[], rest: string): string | null {
  const announced = headers.find((header) => header.name.toLowerCase() === 'content-length')?.value;
  if (announced === undefined) return rest;
  if (!/^\d{1,6}$/.test(announced)) return null;
  const bytes = Buffer.from(rest, 'utf8');
  const length = Number(announced);
  if (length > bytes.length) return null;
  return length === bytes.length ? rest : bytes.subarray(0, length).toString('utf8');
}

/** Reads one WebSocket frame. Null for anything that is not a well-formed SIP message: it is dropped, never answered. */
export function parseMessage(text: string): SipMessage | null {
  if (text.length > MAX_MESSAGE_BYTES) return null;
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  if (first.length > MAX_HEADER_LENGTH || CONTROL.test(first)) return null;
  const headers = parseFields(lines);
  if (!headers) return null;
  const body = cutBody(headers, text.slice(end + 4));
  if (body === null) return null;

  const [, method, uri] = REQUEST_LINE.exec(first) ?? [];
  if (method !== undefined && uri !== undefined) return { kind: 'request', method, uri, headers, body };
  const [, status, reason] = STATUS_LINE.exec(first) ?? [];
  if (status !== undefined) return { kind: 'response', status: Number(status), reason: reason ?? '', headers, body };
  return null;
}
