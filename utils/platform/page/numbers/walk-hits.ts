import { pageGate } from './page-gate';
import type { Stretch } from './stretches';

const gate = pageGate();
/** The clock is asked once for so many nodes. */
const BETWEEN = 512;

/**
 * Goes over the text nodes of a stretch and calls for those in which a hit of the gate starts. The others are only
 * measured: to read their text is what costs. May be left and taken up again while the page stands still.
 */
export class HitWalk {
  private readonly text: string;
  private hit: number | undefined;
  private end = 0;
  private again: Text | null = null;

  /** `walker` goes over the tree's text nodes. */
  constructor({ text, from }: Stretch, private readonly walker: TreeWalker) {
    this.text = text;
    this.seek(0);
    walker.currentNode = from;
  }

  /** Until there is no time `left`, or `visit` answers false: then it will be asked about that node again. */
  go(visit: (node: Text) => boolean, left: () => number): 'done' | 'more' | 'wait' {
    const { walker } = this;
    for (let nodes = 1; this.hit !== undefined; nodes++) {
      const node = this.again ?? (walker.nextNode() as Text | null);
      if (node === null) return 'done';
      if (this.again === null) this.end += node.length;
      this.again = null;
      if (this.end > this.hit) {
        if (!visit(node)) {
          this.again = node;
          return 'wait';
        }
        this.seek(this.end);
        if (left() <= 0) return 'more';
      } else if (nodes % BETWEEN === 0 && left() <= 0) return 'more';
    }
    return 'done';
  }

  private seek(from: number): void {
    gate.lastIndex = from;
    this.hit = gate.exec(this.text)?.index;
  }
}

/** How often the gate hits a text; no more than `most` are counted. */
export function hitsIn(text: string, most: number): number {
  gate.lastIndex = 0;
  let hits = 0;
  while (hits < most && gate.test(text)) hits += 1;
  return hits;
}
