/** So many elements are looked at in one go: some hundreds of microseconds of work, seldom more than a millisecond. */
const ELEMENTS = 128;

/** Part of a tree: its text at this moment, and the nodes it begins with and ends before. */
export interface Stretch {
  readonly text: string;
  readonly from: Node;
  readonly to: Node | null;
  readonly tree: Node;
}

/**
 * A tree in parts of about as many elements, so that a large page can be looked at bit by bit, and so that parts
 * without a number cost no more than their text. Cut once; what the page adds later is told by its changes.
 */
export class Stretches {
  private readonly cuts: readonly Element[];
  /** Index of the next cut to use, and of the one after the part at hand. */
  private next = 0;
  private upTo = 0;
  private from: Node | null;
  private to: Element | null = null;
  /** The page moved what the parts were cut by, and some text may have been stepped over. */
  torn = false;

  /** `range` is used only within a call, and left where it keeps no change of the page busy. */
  constructor(
    private readonly tree: Node & ParentNode,
    private readonly range: Range,
  ) {
    this.cuts = cutsOf(tree);
    this.from = tree;
  }

  get over(): boolean {
    return this.from === null;
  }

  /** The part to look at now, as it is now; null after the last. The same until `advance`. */
  current(): Stretch | null {
    const from = this.start();
    if (from === null) return null;
    const { tree } = this;
    if (this.cuts.length === 0) return { text: tree.textContent ?? '', from, to: null, tree };
    const to = (this.to = this.following(from));
    return { text: this.textBetween(from, to), from, to, tree };
  }

  advance(): void {
    this.from = this.cuts.length === 0 ? null : this.to;
    this.next = this.upTo;
  }

  private start(): Node | null {
    while (this.from !== null && !this.tree.contains(this.from)) {
      this.torn = true;
      this.from = this.cuts[this.next++] ?? null;
    }
    return this.from;
  }

  private following(from: Node): Element | null {
    for (this.upTo = this.next; ; ) {
      const cut = this.cuts[this.upTo++];
      if (cut === undefined) return null;
      if (this.tree.contains(cut) && (from.compareDocumentPosition(cut) & 4) !== 0) return cut;
      this.torn = true;
    }
  }

  private textBetween(from: Node, to: Element | null): string {
    const { range, tree } = this;
    // Within the elements, not before them: to tell how manieth child one is takes the longer the more there are.
    range.setStart(from, 0);
    if (to === null) range.setEnd(tree, tree.childNodes.length);
    else range.setEnd(to, 0);
    const text = range.toString();
    range.setStart(range.startContainer.ownerDocument ?? range.startContainer, 0);
    range.collapse(true);
    return text;
  }
}

function cutsOf(tree: Node & ParentNode): Element[] {
  const cuts: Element[] = [];
  // A live collection counts on from where it was, and makes no list of all.
  const all = (tree as Partial<Element>).getElementsByTagName?.('*') ?? tree.querySelectorAll('*');
  for (let at = ELEMENTS, cut = all[at]; cut !== undefined; cut = all[at += ELEMENTS]) cuts.push(cut);
  return cuts;
}
