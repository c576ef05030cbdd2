import { Grammar } from 'sip.js';

/** Where {@link withReadableContacts} puts what SIP.js cannot read. */
export const OTHER_CONTACT = 'X-Other-Contact';

/**
 * A redirection may name any kind of address in its Contact (RFC 3261 section 20.10), but SIP.js reads SIP addresses alone
 * and drops the whole response, so that the call would hang: what it cannot read goes by another name.
 */
export function withReadableContacts(text: string): string {
  if (!/^SIP\/2\.0 3\d\d /.test(text)) return text;
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end).replace(/^(?:Contact|m)[ \t]*:(.*)$/gim, (line, value: string) => {
    return Grammar.parse(value.trim(), 'Contact') === -1 ? `${OTHER_CONTACT}:${value}` : line;
  });
  return head + text.slice(end);
}

/**
 * 416 for a request to an address of another scheme (RFC 3261 section 8.2.2.1), on which SIP.js throws; null for
 * everything else, and for an ACK, which is never answered.
 */
export function unsupportedScheme(text: string): string | null {
  const [start = '', ...lines] = (text.split('\r\n\r\n')[0] ?? '').split('\r\n');
  const [, method, scheme] = /^(\S+) ([a-z][a-z\d+.-]*):\S* SIP\/2\.0$/i.exec(start) ?? [];
  if (method === undefined || method === 'ACK' || scheme === undefined || /^sips?$/i.test(scheme)) return null;
  const echoed = lines.filter((line) => /^(?:via|v|from|f|to|t|call-id|i|cseq)[ \t]*:/i.test(line));
  return ['SIP/2.0 416 Unsupported URI Scheme', ...echoed, 'Content-Length: 0', '', ''].join('\r\n');
}
