import { isInline, runsOn } from './inline-elements';
import type { OffLimits } from './off-limits';
import { holdsDigit } from './page-gate';

/** A text node of a run: its text stands from `at` in the run's text. */
export interface RunPiece {
  readonly node: Text;
  readonly at: number;
}

/** What a reader sees as one text around a text node: that node whole, and enough on either side to judge by. */
export interface TextRun {
  readonly text: string;
  readonly pieces: readonly RunPiece[];
  /** Where the text node it was collected for starts in `text`. */
  readonly at: number;
}

/** Characters on either side that say what a number is. */
const CONTEXT = 80;
/** However empty the nodes are. */
const STEPS = 120;
const BREAK = '\n';

type Part = Text | typeof BREAK;
type Way = 'back' | 'on';

/**
 * Text around `node`, across inline elements and whatever else splits a line of text into nodes. A `br`, a picture or
 * a control is a line break in it; a block's edge ends it. Backwards it goes on over line breaks, for the label.
 */
export function textRun(node: Text, limits: OffLimits): TextRun {
  if (standsAlone(node)) {
    return { text: node.data, pieces: [{ node, at: 0 }], at: 0 };
  }
  const before = collect(node, 'back', limits).reverse();
  const pieces: RunPiece[] = [];
  let text = '';
  const append = (part: Part) => {
    if (part !== BREAK) pieces.push({ node: part, at: text.length });
    text += part === BREAK ? BREAK : part.data;
  };
  before.forEach(append);
  const at = text.length;
  append(node);
  collect(node, 'on', limits).forEach(append);
  return { text, pieces, at };
}

/** There is no text, and nothing else, beside it in its line. */
export function standsAlone(node: Text): boolean {
  let at: Node = node;
  for (;;) {
    if (at.previousSibling !== null || at.nextSibling !== null) return false;
    const parent: Element | null = at.parentElement;
    if (parent === null || !isInline(parent)) return true;
    at = parent;
  }
}

/** Text nodes and line breaks on one side, the nearest first. */
function collect(from: Text, way: Way, limits: OffLimits): Part[] {
  const parts: Part[] = [];
  let length = 0;
  /** The text last passed, and the inline elements whose edges have been crossed since. */
  let last = from;
  let crossed: Element[] = [];
  let at: Node = from;
  for (let steps = 0; steps < STEPS && length < CONTEXT; steps++) {
    const beside = way === 'back' ? at.previousSibling : at.nextSibling;
    if (beside === null) {
      const parent = at.parentElement;
      if (parent === null || !isInline(parent)) break;
      crossed.push(parent);
      at = parent;
      continue;
    }
    at = beside;
    // Into inline elements, to the text at their near end.
    while (isPassable(at, limits)) {
      crossed.push(at);
      const inner: Node | null = way === 'back' ? at.lastChild : at.firstChild;
      if (inner === null) break;
      at = inner;
    }
    if (isText(at)) {
      if (at.length === 0) continue;
      if (!joined(last, at, way, crossed)) {
        if (way === 'on') break;
        parts.push(BREAK);
      }
      parts.push(at);
      length += at.length;
      last = at;
      crossed = [];
    } else if (isElement(at) && !isInline(at)) {
      if (way === 'on' || !isLineBreak(at)) break;
      parts.push(BREAK);
      crossed = [];
    } else if (isElement(at) && limits.starts(at)) {
      if (way === 'on') break;
      parts.push(BREAK);
      crossed = [];
    }
  }
  return parts;
}

const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;
const isPassable = (node: Node, limits: OffLimits): node is Element => isElement(node) && isInline(node) && !limits.starts(node);

/** Stands in the line but holds none of its text. A block beside the text is another text. */
const LINE_BREAKS: ReadonlySet<string> = new Set(['br', 'img', 'svg', 'picture', 'input', 'button', 'select', 'video', 'canvas', 'code', 'kbd', 'samp']);
const isLineBreak = (element: Element) => LINE_BREAKS.has(element.localName);

/** Whether a reader sees the two texts run into each other. Only where digits meet something does it matter. */
function joined(last: Text, next: Text, way: Way, crossed: readonly Element[]): boolean {
  if (crossed.length === 0) return true;
  const [left, right] = way === 'back' ? [next, last] : [last, next];
  const end = left.data.at(-1) ?? '';
  const start = right.data.charAt(0);
  if (end.trim() === '' || start.trim() === '' || !(holdsDigit(end) || holdsDigit(start) || start === '+' || start === '(')) return true;
  return crossed.every(runsOn);
}
