import type { FoundNumber } from '@/utils/domain/phone-number/found-number';
import type { NumberFinder, TextSurroundings } from '@/utils/domain/phone-number/number-finder';
import { Mark } from './mark';
import { pageGate } from './page-gate';
import type { TextRun } from './text-run';

/** A longer text is looked at around what may be numbers, not whole. */
const WHOLE = 4_000;
const BEFORE = 100;
const AFTER = 200;
/** No number is longer. */
const LONGEST = 50;

const gate = pageGate();
const NO_MARKS: readonly Mark[] = [];

/** Numbers of a run of which some part lies in `node`, in its order. */
export function findMarks(finder: NumberFinder, run: TextRun, node: Text, surroundings: TextSurroundings): readonly Mark[] {
  const from = run.at;
  const to = run.at + node.length;
  const all = run.text.length <= WHOLE ? finder.find(run.text, surroundings) : findByParts(finder, run.text, from, to, surroundings);
  if (all.length === 0) return NO_MARKS;
  if (run.pieces.length === 1) return all.map((found) => markOf(run, found));
  return all.filter(({ start, end }) => start < to && end > from).map((found) => markOf(run, found));
}

function findByParts(finder: NumberFinder, text: string, from: number, to: number, surroundings: TextSurroundings): FoundNumber[] {
  const all: FoundNumber[] = [];
  let seen = Math.max(0, from - LONGEST);
  for (;;) {
    gate.lastIndex = seen;
    const hit = gate.exec(text);
    if (hit === null || hit.index >= to) return all;
    const start = Math.max(0, hit.index - BEFORE);
    // What starts later may go on behind the part, and is looked at again.
    const sure = hit.index + AFTER - LONGEST;
    const found = finder.find(text.slice(start, hit.index + AFTER), surroundings).map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
    const fresh = found.filter((one) => one.start >= (all.at(-1)?.end ?? 0) && one.start < sure);
    all.push(...fresh);
    seen = Math.max(sure, fresh.at(-1)?.end ?? 0);
  }
}

function markOf(run: TextRun, found: FoundNumber): Mark {
  const { pieces, text } = run;
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return new Mark(found, text.slice(found.start, found.end), [only.node], found.start, found.end);
  const first = pieces.findLastIndex(({ at }) => at <= found.start);
  const last = pieces.findLastIndex(({ at }) => at < found.end);
  const [head, ...rest] = pieces.slice(first, last + 1);
  if (head === undefined) throw new RangeError('a number outside its text');
  const tail = rest.at(-1) ?? head;
  return new Mark(found, text.slice(found.start, found.end), [head.node, ...rest.map(({ node }) => node)], found.start - head.at, found.end - tail.at);
}
