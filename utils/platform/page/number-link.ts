/** Schemes that are dialled. `sms:` and everything else stays with the browser. */
const DIALLED = /^(tel|callto|sips?):/i;
/** Schemes of links that hold a number. */
export const NUMBER_SCHEMES = /^(tel|callto|sips?|sms):/i;

/** The number link a click or Enter landed on, through open shadow roots; null when there is none. */
export function numberLinkOf(path: readonly EventTarget[], schemes: RegExp = DIALLED): string | null {
  for (const target of path) {
    // Duck typing: the elements of a page belong to another realm.
    const { localName, href } = target as { localName?: unknown; href?: unknown };
    if (localName !== 'a' && localName !== 'area') continue;
    const address = typeof href === 'string' ? href : svgAddress(href);
    return address !== null && schemes.test(address) ? dialled(address) : null;
  }
  return null;
}

function svgAddress(href: unknown): string | null {
  const value = (href as { baseVal?: unknown } | null | undefined)?.baseVal;
  return typeof value === 'string' ? value : null;
}

/** Decoded, since pages write `tel:08%20410`; a malformed escape is left as it is. */
function dialled(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
