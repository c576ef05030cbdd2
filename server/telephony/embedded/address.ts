import { Grammar } from 'sip.js/lib/grammar/index.js';

/** A From, To or Contact value taken apart without losing a character. */
export interface Address {
  /** As it stood before the URI: quoted, a token, or empty. */
  readonly display: string;
  readonly uri: string;
  /** Everything after the URI, from its first semicolon. */
  readonly parameters: string;
}

/** RFC 3261 20.10: without angle brackets, parameters belong to the field, not to the URI. */
export function parseAddress(value: string): Address | null {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(value)?.[0] ?? '';
  const rest = value.slice(quoted.length);
  const open = rest.indexOf('<');
  if (open === -1) {
    if (quoted !== '') return null;
    const semicolon = rest.indexOf(';');
    const uri = (semicolon === -1 ? rest : rest.slice(0, semicolon)).trim();
    return uri === '' ? null : { display: '', uri, parameters: semicolon === -1 ? '' : rest.slice(semicolon) };
  }
  const close = rest.indexOf('>', open);
  if (close === -1) return null;
  const parameters = rest.slice(close + 1).trim();
  if (parameters !== '' && !parameters.startsWith(';')) return null;
  const display = (quoted + rest.slice(0, open)).trim();
  return { display, uri: rest.slice(open + 1, close), parameters };
}

/** A parameter of a header value or of a URI, unquoted, or undefined. */
export function parameterOf(parameters: string, name: string): string | undefined {
  for (const [, key, quoted, plain] of parameters.matchAll(/;\s*([^=;\s"]+)\s*(?:=\s*(?:"([^"]*)"|([^;\s"]*)))?/g)) {
    if (key?.toLowerCase() === name) return quoted ?? plain ?? '';
  }
  return undefined;
}

export function tagOf(value: string): string | undefined {
  const tag = parameterOf(parseAddress(value)?.parameters ?? '', 'tag');
  return tag === '' ? undefined : tag;
}

/** What a person reads: the display name without its quotes. */
export function displayNameOf(address: Address): string {
  if (!address.display.startsWith('"')) return address.display;
  return address.display.slice(1, -1).replace(/\\(.)/g, '$1');
}

/** User part of a SIP URI, percent-decoded; null when there is none or the URI is malformed. */
export function userOf(uri: string): string | null {
  try {
    return Grammar.URIParse(uri)?.user ?? null;
  } catch {
    // `%E5` alone is no UTF-8: the grammar lets decodeURIComponent throw.
    return null;
  }
}

/** Keeps a tag when the rest of From or To is replaced. */
export function withTagOf(address: string, tagged: string): string {
  const tag = tagOf(tagged);
  return tag === undefined ? address : `${address};tag=${tag}`;
}
