/** Elements that stand in a line of text by themselves. Every other one ends it. */
const INLINE: ReadonlySet<string> = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'label', 'mark', 'nobr',
  'output', 'q', 'ruby', 's', 'slot', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]);

/** By its name; a custom element may be anything, and is asked for its style where that matters. */
export const isInline = (element: Element): boolean => INLINE.has(element.localName) || element.localName.includes('-');

/** Nothing where the element is not laid out at all. */
const IN_LINE = /^(inline|contents|ruby|)$/;
const LAYS_OUT = /flex|grid/;

/**
 * Whether the edge of an element that is inline by name is no edge for a reader. Asks for computed style: only where
 * digits meet, since "12" and "345" beside each other in a row of boxes are two texts.
 */
export function runsOn(element: Element): boolean {
  const scope = element.ownerDocument.defaultView;
  if (scope === null) return true;
  if (!IN_LINE.test(scope.getComputedStyle(element).display)) return false;
  const parent = element.parentElement;
  return parent === null || !LAYS_OUT.test(scope.getComputedStyle(parent).display);
}
