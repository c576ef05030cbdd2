/** A place in the page's text. */
export interface TextPlace {
  readonly node: Text;
  readonly offset: number;
}

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number, options?: { shadowRoots: readonly ShadowRoot[] }): CaretPosition | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** What is on top at a point of the viewport, through open shadow roots, and the roots it is in. */
export function topmost(document: Document, x: number, y: number): { element: Element; roots: readonly ShadowRoot[] } | null {
  const roots: ShadowRoot[] = [];
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const { shadowRoot } = element;
    roots.push(shadowRoot);
    const inner: Element | null = shadowRoot.elementFromPoint(x, y);
    if (inner === null || inner === element || !shadowRoot.contains(inner)) break;
    element = inner;
  }
  return element === null ? null : { element, roots };
}

/** The text nearest to a point; whether it is under it, and not covered, is for the caller to see. */
export function textAt(document: Document, x: number, y: number, roots: readonly ShadowRoot[]): TextPlace | null {
  const page = document as CaretDocument;
  const caret = page.caretPositionFromPoint?.(x, y, { shadowRoots: roots });
  const range = caret === undefined ? page.caretRangeFromPoint?.(x, y) : undefined;
  const node = caret?.offsetNode ?? range?.startContainer;
  if (node?.nodeType !== 3) return null;
  return { node: node as Text, offset: caret?.offset ?? range?.startOffset ?? 0 };
}
