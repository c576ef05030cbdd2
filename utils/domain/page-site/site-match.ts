import { siteOf, type Site } from './site-of';

/**
 * True when one of the patterns names the site of `url`, or a part of it that `url` is in. Patterns are as
 * `plainPattern` makes them; one that is not names nothing. Never throws.
 */
export function isNamed(url: string, patterns: readonly string[]): boolean {
  const site = patterns.length === 0 ? null : siteOf(url);
  return site !== null && patterns.some((pattern) => names(pattern, site));
}

/** Host, port and path of a pattern; a file has no host. */
const PARTS = /^(?:file:\/\/(?=\/)|(\[[^\]]+\]|[^/:@]+)(?::(\d+))?)(\/.*)?$/;

function names(pattern: string, site: Site): boolean {
  const parts = PARTS.exec(pattern);
  if (parts === null) return false;
  const [, host = '', port = site.port, path = ''] = parts;
  const folder = path.replace(/\/$/, '');
  return (host === site.host || isSubdomain(site.host, host)) && port === site.port && (site.path === folder || site.path.startsWith(`${folder}/`));
}

/** An address is not in a domain: 10.1.2.3 is no part of 2.3. */
function isSubdomain(host: string, domain: string): boolean {
  return domain !== '' && host.endsWith(`.${domain}`) && !isAddress(host);
}

/** Of IPv4 or IPv6. */
export const isAddress = (host: string): boolean => host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
