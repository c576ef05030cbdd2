import { pageGate } from './page-gate';
import type { Stretch } from './stretches';

const gate = pageGate();

/**
 * Calls `visit` for each text node of a stretch in which a hit of the gate starts, until it answers false. The others
 * are only measured: to read their text is what costs. `walker` goes over the tree's text nodes. False when stopped.
 */
export function walkHits({ text, from }: Stretch, walker: TreeWalker, visit: (node: Text) => boolean): boolean {
  gate.lastIndex = 0;
  let hit = gate.exec(text)?.index;
  if (hit === undefined) return true;
  walker.currentNode = from;
  let end = 0;
  while (end < text.length) {
    const node = walker.nextNode() as Text | null;
    if (node === null) return true;
    end += node.length;
    if (end <= hit) continue;
    if (!visit(node)) return false;
    gate.lastIndex = end;
    hit = gate.exec(text)?.index;
    if (hit === undefined) return true;
  }
  return true;
}
