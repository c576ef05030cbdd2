/** A text node, and where its text ends in that of the stretch. */
export interface FoundText {
  readonly node: Text;
  readonly end: number;
}

/**
 * Finds the text nodes at places of a stretch, the later the further. What has no such place in it is only measured: a
 * browser makes an object for each node a script lays hands on, which is dearer than to put its text together.
 */
export class TextSeeker {
  private node: Node | null;
  /** Where the text of `node` begins. */
  private at = 0;
  /** And where it ends, as far as that is known. */
  private end: number | null = null;
  /** What goes on behind the stretch. */
  private readonly around = new Set<Node>();

  /** From `from` up to but without `to`, in `tree`. */
  constructor(
    from: Node,
    to: Node | null,
    private readonly tree: Node,
  ) {
    this.node = from;
    for (let node = to?.parentNode ?? null; node !== null; node = node.parentNode) this.around.add(node);
  }

  /** Null where the page has less text than it had. */
  seek(offset: number): FoundText | null {
    for (let node = this.node; node !== null; node = this.node) {
      if (this.around.has(node)) {
        this.node = node.firstChild;
        this.end = null;
        continue;
      }
      const end = (this.end ??= this.at + lengthOf(node));
      if (offset >= end) this.pass(node, end);
      else if (isText(node)) return { node, end };
      else this.enter(node, end, offset);
    }
    return null;
  }

  private pass(node: Node, end: number): void {
    this.at = end;
    this.end = null;
    let last: Node | null = node;
    while (last !== null && last !== this.tree && last.nextSibling === null) last = last.parentNode;
    this.node = last === null || last === this.tree ? null : last.nextSibling;
  }

  /** From the nearer end: telephones stand in the last columns. */
  private enter(parent: Node, end: number, offset: number): void {
    if (offset - this.at < end - offset) {
      this.node = parent.firstChild;
      this.end = null;
      return;
    }
    let start = end;
    for (let child = parent.lastChild; child !== null && offset < start; child = child.previousSibling) {
      this.node = child;
      this.end = start;
      start -= lengthOf(child);
    }
    this.at = start;
  }
}

const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;

/** Of what a range has as its text: that of comments is none. */
function lengthOf(node: Node): number {
  if (isText(node)) return node.length;
  return node.nodeType === 1 || node.nodeType === 11 ? (node.textContent ?? '').length : 0;
}
