import { inDocumentOrder } from './document-order';
import { textAt, topmost } from './hit-test';
import type { Mark } from './mark';
import type { MarkIndex } from './mark-index';
import { OffLimits } from './off-limits';

/** Where the marked numbers are for a person: under a point, next to each other, in rectangles. */
export class PlacedNumbers {
  private readonly range: Range;

  constructor(
    private readonly document: Document,
    private readonly marks: MarkIndex,
    /** Somebody points at a root, which may not be known yet. */
    private readonly pointedAt: (root: ShadowRoot) => void,
  ) {
    this.range = document.createRange();
  }

  at(x: number, y: number): Mark | null {
    const top = topmost(this.document, x, y);
    if (top === null) return null;
    for (const root of top.roots) this.pointedAt(root);
    if (this.marks.size === 0) return null;
    const place = textAt(this.document, x, y, top.roots);
    // What is on top is the text's own element or one around it; anything else covers the text.
    if (place === null || !contains(top.element, place.node)) return null;
    const mark = this.marks.in(place.node).find((one) => one.covers(place.node, place.offset) && one.stands);
    return mark !== undefined && this.rects(mark).some((rect) => holds(rect, x, y)) && isAllowed(place.node) ? mark : null;
  }

  rects(mark: Mark): readonly DOMRect[] {
    if (!mark.stands) return [];
    const { range } = this;
    range.setStart(mark.nodes[0], mark.start);
    range.setEnd(mark.last, mark.end);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    // A range that stays in the text makes its changes dearer.
    range.setStart(this.document, 0);
    range.collapse(true);
    return rects;
  }

  all(): readonly Mark[] {
    const limits = new OffLimits();
    return [...this.marks].filter((mark) => isReachable(mark, limits)).sort(byPlace);
  }
}

const byPlace = (one: Mark, other: Mark) => inDocumentOrder(one.nodes[0], other.nodes[0]) || one.start - other.start;

const isReachable = (mark: Mark, limits: OffLimits) => mark.stands && isAllowed(mark.nodes[0], limits) && mark.nodes[0].parentElement?.checkVisibility({ visibilityProperty: true }) !== false;

/** What is editable now may not have been when it was marked. */
function isAllowed({ parentElement }: Text, limits = new OffLimits()): boolean {
  return parentElement === null || !limits.has(parentElement);
}

function contains(element: Element, node: Node): boolean {
  const root = node.getRootNode();
  return element.contains(node) || (root instanceof ShadowRoot && contains(element, root.host));
}

/** A pixel is forgiven: a point is whole, and a rectangle is not. */
const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
