/** An address as site patterns see it: lower case, IDN as punycode. */
export interface Site {
  /** Without port; an IPv6 address in its brackets; '' for `file:`. */
  readonly host: string;
  /** '' for the scheme's own port. */
  readonly port: string;
  readonly path: string;
}

/** Null for addresses without a site of their own: `about:`, `data:`, extension pages, anything that is no URL. */
export function siteOf(url: string): Site | null {
  // A blob belongs to the origin that made it.
  const address = url.replace(/^blob:/, '');
  if (!URL.canParse(address)) return null;
  const parsed = new URL(address);
  const path = parsed.pathname.toLowerCase();
  if (parsed.protocol === 'file:') return { host: '', port: '', path };
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  return { host: parsed.hostname.replace(/\.$/, ''), port: parsed.port, path };
}

/** The pattern that switches off all of the site an address belongs to: host, and the port where it is not the usual one. */
export function patternOf(url: string): string | null {
  const site = siteOf(url);
  if (site === null) return null;
  if (site.host === '') return 'file:///';
  return site.port === '' ? site.host : `${site.host}:${site.port}`;
}
