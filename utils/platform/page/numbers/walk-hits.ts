import { digitsIn } from './page-gate';
import type { Stretch } from './stretches';
import { TextSeeker } from './text-seeker';

/** With fewer digits a text is but the beginning of what goes on in the next one. */
const ENOUGH = 3;

/**
 * Calls for the text nodes of a stretch in which a hit of the gate lies: that it starts in, or, where that is hardly a
 * beginning, that it ends in. False once `visit` is.
 */
export function walkHits({ text, from, to, tree }: Stretch, gate: RegExp, visit: (node: Text) => boolean): boolean {
  let hit = nextHit(gate, text, 0);
  if (hit === null) return true;
  const seeker = new TextSeeker(from, to, tree);
  while (hit !== null) {
    const found = seeker.seek(hit.start);
    if (found === null) return true;
    const { node, end } = found;
    if (hit.end > end && digitsIn(text.slice(hit.start, end)) < ENOUGH) {
      hit.start = hit.end - 1;
      continue;
    }
    if (!visit(node)) return false;
    hit = nextHit(gate, text, end);
  }
  return true;
}

function nextHit(gate: RegExp, text: string, from: number): { start: number; readonly end: number } | null {
  gate.lastIndex = from;
  const hit = gate.exec(text);
  return hit === null ? null : { start: hit.index, end: gate.lastIndex };
}
