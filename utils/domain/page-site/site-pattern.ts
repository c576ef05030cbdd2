import { isAddress, isNamed } from './site-match';
import { siteOf, type Site } from './site-of';

/**
 * Reads what a person wrote for a site, as it is kept: `example.com` (its subdomains too), `*.example.com`
 * (the same), `example.com:8443`, `example.com/wiki` (and what is below), `[::1]`, `file:///home/me`, or a whole address
 * pasted. Null when it is none of these.
 */
export function patternText(input: string): string | null {
  const site = readPattern(input.trim());
  if (site === null) return null;
  if (site.host === '') return `file://${site.path}`;
  const port = site.port === '' ? '' : `:${site.port}`;
  return `${site.written ?? site.host}${port}${site.path === '/' ? '' : site.path}`;
}

/** What a pattern names. `written`: the host in its own letters, where it is not in plain ones. */
interface NamedSite extends Site {
  readonly written?: string;
}

/**
 * A pattern as machines compare it (see `isNamed`): as it was kept, with its host as punycode. Null for what names
 * nothing.
 */
export function plainPattern(pattern: string): string | null {
  // As it is kept already; thousands are gone over for every change of the phone's state.
  if (/^[\x21-\x29\x2b-\x7e]+$/.test(pattern)) return pattern;
  const site = readPattern(pattern);
  if (site === null) return null;
  return `${site.host === '' ? 'file://' : site.host}${site.port === '' ? '' : `:${site.port}`}${site.path === '/' && site.host !== '' ? '' : site.path}`;
}

/**
 * True when one of the patterns names the site of `url`, or a part of it that `url` is in. Patterns are as
 * {@link patternText} made them; one that cannot be read names nothing. Never throws.
 */
export function siteIsOff(url: string, patterns: readonly string[]): boolean {
  return isNamed(url, patterns.flatMap((pattern) => plainPattern(pattern) ?? []));
}

function readPattern(pattern: string): NamedSite | null {
  if (/\s/.test(pattern)) return null;
  if (/^file:/i.test(pattern)) return /^file:\/\/\//i.test(pattern) ? siteOf(pattern) : null;
  const bare = pattern.replace(/^(https?:|\*:)?\/\//i, '').replace(/^\*\./, '').replace(/[?#].*$|\*$/, '');
  const written = /^(\[[0-9a-f:.]+\]|[^/:@*\\[\]]+)(:\d{1,5})?(\/.*)?$/i.exec(bare);
  if (written === null) return null;
  const [, host = '', port = '', path = ''] = written;
  // As https: a port that was written stays, unless it is that scheme's own.
  const site = siteOf(`https://${host}${port}${path}`);
  if (site === null || !isHost(site.host)) return null;
  // Punycode is for machines; a list is read by people.
  const letters = host.toLowerCase().normalize('NFC').replace(/\.$/, '');
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(letters) && /[^\x20-\x7e]/.test(letters) ? { ...site, written: letters } : site;
}

/** A name of more than one part, localhost or an address: a single word is rather something typed by mistake. */
function isHost(host: string): boolean {
  if (isAddress(host) || host === 'localhost') return true;
  return host.length <= 253 && host.split('.').every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label));
}
