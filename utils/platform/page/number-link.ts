import { decoded, parseNumberUri, type NumberUri } from '@/utils/domain/phone-number/number-uri';

/** A link of the page to a number. */
export interface NumberLink {
  readonly element: Element;
  /** The whole address, decoded, since pages write `tel:08%20410`; a malformed escape is left as it is. */
  readonly address: string;
  readonly uri: NumberUri;
}

/** The number link a click, a pointer or the focus is on, through open shadow roots; null when there is none. */
export function numberLinkOf(path: readonly EventTarget[]): NumberLink | null {
  for (const target of path) {
    // Duck typing: the elements of a page belong to another realm.
    const { localName, href } = target as { localName?: unknown; href?: unknown };
    if (localName !== 'a' && localName !== 'area') continue;
    const address = typeof href === 'string' ? href : svgAddress(href);
    const uri = address === null ? null : parseNumberUri(address);
    return address === null || uri === null ? null : { element: target as Element, address: decoded(address), uri };
  }
  return null;
}

/** What a number link's address holds, so that not every address of the page has to be read. */
const LIKE_NUMBERS = /(tel|callto|sips?|sms):/i;

/** Number links of a tree in its order. */
export function numberLinksIn(tree: ParentNode): NumberLink[] {
  const links = [...tree.querySelectorAll('a,area')].filter((link) => LIKE_NUMBERS.test(link.getAttribute('href') ?? ''));
  return links.flatMap((link) => numberLinkOf([link]) ?? []);
}

function svgAddress(href: unknown): string | null {
  const value = (href as { baseVal?: unknown } | null | undefined)?.baseVal;
  return typeof value === 'string' ? value : null;
}
