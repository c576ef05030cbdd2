import { digitsIn, pageGate } from './page-gate';
import type { Stretch } from './stretches';

const gate = pageGate();

/** With fewer digits a text is but the beginning of what goes on in the next one. */
const ENOUGH = 3;

/**
 * Goes over the text nodes of a stretch and calls for those in which a hit of the gate lies: that it starts in, or, where
 * that is hardly a beginning, that it ends in. The others are only measured: to read their text is what costs. False once
 * `visit` is. `walkerOf`: over the tree's text nodes, asked only when there is a hit.
 */
export function walkHits({ text, from }: Stretch, walkerOf: () => TreeWalker, visit: (node: Text) => boolean): boolean {
  let hit = nextHit(text, 0);
  if (hit === null) return true;
  const walker = walkerOf();
  walker.currentNode = from;
  for (let end = 0; hit !== null; ) {
    const node = walker.nextNode() as Text | null;
    if (node === null) return true;
    end += node.length;
    if (end <= hit.start) continue;
    if (hit.end > end && digitsIn(text.slice(hit.start, end)) < ENOUGH) {
      hit.start = hit.end - 1;
      continue;
    }
    if (!visit(node)) return false;
    hit = nextHit(text, end);
  }
  return true;
}

function nextHit(text: string, from: number): { start: number; readonly end: number } | null {
  gate.lastIndex = from;
  const hit = gate.exec(text);
  return hit === null ? null : { start: hit.index, end: gate.lastIndex };
}
