export type NumberScheme = 'tel' | 'callto' | 'sip' | 'sips' | 'sms';

/** What a link to a number says. */
export interface NumberUri {
  readonly scheme: NumberScheme;
  /** The number as written, without parameters; a local one has its `phone-context` put in front. Of SIP, the user part. */
  readonly number: string;
  /** Every receiver of an `sms:` link, the first one included. */
  readonly numbers: readonly string[];
  /** Digits of `;ext=`. */
  readonly extension?: string;
  /** Domain of a SIP address. */
  readonly host?: string;
  /** Text of an `sms:` link. */
  readonly body?: string;
}

const SCHEME = /^\s*(tel|callto|sips?|sms):(?:\/\/)?/i;
/** Marks that copying from pages brings along: zero width, bidi, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Compatibility forms (full-width digits) as plain ones, nothing invisible, no space at the ends. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim();
}

/** A malformed escape is left as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads a `tel:`, `callto:`, `sip:`, `sips:` or `sms:` URI leniently, as pages write them: `//`, spaces, escapes and
 * visual separators are taken. Null for anything else, and where it names nobody. Never throws.
 * Sources: RFC 3966 (`;ext=`, `;phone-context=`), RFC 3261 section 19.1, RFC 5724 (several receivers, `?body=`).
 */
export function parseNumberUri(uri: string): NumberUri | null {
  const found = SCHEME.exec(uri);
  if (found === null) return null;
  const scheme = found[1]?.toLowerCase() as NumberScheme;
  const rest = uri.slice(found[0].length);
  // Some pages, and iOS, put the text of a message after `&` or `;`.
  const query = /[?&]/.exec(rest)?.index ?? rest.length;
  const whole = plainText(decoded(rest.slice(0, query)));
  const [, address = '', host] = /^([^@]*)(?:@([^:;]*).*)?$/s.exec(whole) ?? [];
  const numbers = (scheme === 'sms' ? address.split(',') : [address]).map(oneOf).filter(({ number }) => number !== '');
  const [first] = numbers;
  if (first === undefined) return null;
  const body = scheme === 'sms' ? /(?:^|[?&])body=([^&]*)/i.exec(rest.slice(query))?.[1] : undefined;
  return {
    scheme,
    number: first.number,
    numbers: numbers.map(({ number }) => number),
    ...(first.extension !== undefined && { extension: first.extension }),
    ...(host !== undefined && host !== '' && { host }),
    ...(body !== undefined && { body: decoded(body) }),
  };
}

function oneOf(text: string): { number: string; extension: string | undefined } {
  const [head = '', ...parameters] = text.split(';').map((part) => part.trim());
  const valueOf = (pattern: RegExp) => parameters.map((one) => pattern.exec(one)?.[1]).find((value) => value !== undefined);
  // RFC 3966 section 5.1.5: a local number is only global together with its context; a domain as context adds nothing to dial.
  const context = valueOf(/^phone-context=(\+[\d.()-]+)$/i)?.replace(/[.()-]/g, '');
  const number = context !== undefined && head !== '' && !head.startsWith('+') ? context + head : head;
  return { number, extension: valueOf(/^ext=(\d{1,8})$/i) };
}
