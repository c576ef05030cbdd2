/** A place in the page's text. */
export interface TextPlace {
  readonly node: Text;
  readonly offset: number;
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
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...roots] });
  return caret?.offsetNode.nodeType === 3 ? { node: caret.offsetNode as Text, offset: caret.offset } : null;
}
