/** Just enough SIP text (RFC 3261 section 7) for a test endpoint on a plain trunk. */
export interface SipText {
  readonly start: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const COMPACT: Readonly<Record<string, string>> = Object.freeze({ v: 'via', f: 'from', t: 'to', i: 'call-id', m: 'contact', c: 'content-type', l: 'content-length' });

export function parseSip(text: string): SipText {
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
  const [start = '', ...lines] = head.split('\r\n');
  const headers = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^([^:]+?)\s*:\s*(.*)$/.exec(line) ?? [];
    const lower = name.toLowerCase();
    return name === '' ? [] : [[COMPACT[lower] ?? lower, value] as const];
  });
  return { start, headers, body };
}

export const headersOf = (message: SipText, name: string) => message.headers.filter(([one]) => one === name).map(([, value]) => value);
export const headerOf = (message: SipText, name: string) => headersOf(message, name)[0] ?? '';

/** Record-Route entries, one a line however they were folded. */
export const recordRoute = (message: SipText) => headersOf(message, 'record-route').flatMap((value) => value.split(/,\s*(?=<)/));

export const uriOf = (address: string) => /<([^>]+)>/.exec(address)?.[1] ?? address.split(';')[0] ?? '';

export function formatSip(start: string, headers: readonly (readonly [string, string])[], body = ''): string {
  const lines = [...headers, ['Content-Length', String(Buffer.byteLength(body))] as const].map(([name, value]) => `${name}: ${value}`);
  return `${[start, ...lines].join('\r\n')}\r\n\r\n${body}`;
}
