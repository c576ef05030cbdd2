import type { Mark } from './mark';

export interface MarkListener {
  added(mark: Mark): void;
  removed(mark: Mark): void;
}

/** Marks by the text nodes they lie in. */
export class MarkIndex {
  /** No weak map: a browser takes long to collect one of thousands, and the marks hold their nodes anyhow. */
  private readonly byNode = new Map<Text, readonly Mark[]>();
  private readonly all = new Set<Mark>();

  constructor(private readonly listener: MarkListener) {}

  get size(): number {
    return this.all.size;
  }

  [Symbol.iterator](): IterableIterator<Mark> {
    return this.all.values();
  }

  in(node: Text): readonly Mark[] {
    return this.byNode.get(node) ?? [];
  }

  /** What `node` holds now: marks that are as before stay the same. */
  set(node: Text, marks: readonly Mark[]): void {
    const before = this.byNode.get(node);
    if (before === undefined) {
      this.setFirst(node, marks);
      return;
    }
    const kept = new Set<Mark>();
    for (const old of [...before]) {
      if (marks.some((one) => one.is(old))) kept.add(old);
      else this.remove(old);
    }
    for (const mark of marks) if (![...kept].some((old) => old.is(mark))) this.add(mark);
  }

  private setFirst(node: Text, marks: readonly Mark[]): void {
    if (marks.length === 0) return;
    if (marks.some(({ nodes }) => nodes.length > 1)) return marks.forEach((mark) => this.add(mark));
    this.byNode.set(node, marks);
    for (const mark of marks) {
      this.all.add(mark);
      this.listener.added(mark);
    }
  }

  remove(mark: Mark): void {
    if (!this.all.delete(mark)) return;
    for (const node of mark.nodes) {
      const rest = this.in(node).filter((one) => one !== mark);
      if (rest.length > 0) this.byNode.set(node, rest);
      else this.byNode.delete(node);
    }
    this.listener.removed(mark);
  }

  /** Lets go of marks whose text the page has taken away or written over. */
  prune(): void {
    for (const mark of this.all) if (!mark.stands) this.remove(mark);
  }

  private add(mark: Mark): void {
    // Another text around the same digits: the one found last is right.
    for (const node of mark.nodes) for (const other of this.in(node)) if (overlap(mark, other, node)) this.remove(other);
    this.all.add(mark);
    for (const node of mark.nodes) {
      this.byNode.set(node, [...this.in(node), mark]);
    }
    this.listener.added(mark);
  }
}

function overlap(one: Mark, other: Mark, node: Text): boolean {
  const span = (mark: Mark) => [mark.nodes[0] === node ? mark.start : 0, mark.last === node ? mark.end : node.length] as const;
  const [[from, to], [start, end]] = [span(one), span(other)];
  return from < end && start < to;
}
