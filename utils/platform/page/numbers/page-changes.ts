/** More pieces of news than this are not told apart. */
const MOST = 20_000;

/** What changed since the last look. */
export interface Changes {
  readonly nodes: readonly Node[];
  /** Elements whose text became editable or ceased to be. */
  readonly limits: readonly Element[];
  /** Nodes taken away. */
  readonly gone: number;
}

const OPTIONS: MutationObserverInit = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['contenteditable'] };

/** Collects what changes in the watched trees; `news` is called once until the changes are taken. */
export class PageChanges {
  private readonly observer: MutationObserver;
  private readonly dirty = new Set<Node>();
  private readonly limits = new Set<Element>();
  private gone = 0;
  private told = false;

  constructor(
    scope: Window & typeof globalThis,
    private readonly whole: () => Node,
    private readonly news: () => void,
    /** False for a text whose change is no news. */
    private readonly concerns: (text: Text) => boolean = () => true,
  ) {
    this.observer = new scope.MutationObserver((records) => this.note(records));
  }

  watch(tree: Node): void {
    this.observer.observe(tree, OPTIONS);
  }

  take(): Changes {
    this.note(this.observer.takeRecords());
    const changes = { nodes: [...this.dirty], limits: [...this.limits], gone: this.gone };
    this.dirty.clear();
    this.limits.clear();
    this.gone = 0;
    this.told = false;
    return changes;
  }

  dispose(): void {
    this.observer.disconnect();
    this.dirty.clear();
  }

  private note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'characterData') this.noteText(record.target);
      else if (record.type === 'attributes') this.limits.add(record.target as Element);
      else this.noteChildren(record);
    }
    if (this.dirty.size > MOST) {
      // Else what a hidden page adds and takes away would be kept here.
      this.dirty.clear();
      this.dirty.add(this.whole());
    }
    if (!this.told && this.dirty.size + this.limits.size + this.gone > 0) {
      this.told = true;
      this.news();
    }
  }

  private noteText(target: Node): void {
    if (target.nodeType === 8 || (target.nodeType === 3 && !this.concerns(target as Text))) return;
    this.dirty.add(target);
  }

  private noteChildren({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    for (const node of addedNodes) if (node.nodeType === 1 || node.nodeType === 3) this.dirty.add(node);
    if (removedNodes.length === 0) return;
    this.gone += removedNodes.length;
    // What stood apart may now be one text, or one text less.
    for (const beside of [previousSibling, nextSibling]) if (beside?.nodeType === 3) this.dirty.add(beside);
  }
}
