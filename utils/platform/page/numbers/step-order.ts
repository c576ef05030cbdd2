import { numberLinksIn } from '../number-link';
import { targetOfLink, targetOfMarked, type CardTarget } from './card-target';
import type { MarkedNumber, MarkedNumbers } from './marked-number';

export interface StepOrder {
  /** The next number in a direction, round the end; from the viewport when `from` is null. Null: there is none. */
  next(from: CardTarget | null, direction: 1 | -1): CardTarget | null;
  /** Which one it is of how many; `unknown` when there are more than can be counted at once. */
  position(target: CardTarget): { readonly at: number; readonly of: number } | 'unknown';
}

/** Counting on would be felt. */
const MOST = 500;

/** Marked numbers and number links of one document, as one sequence in its order. */
export function createStepOrder(document: Document, numbers: MarkedNumbers): StepOrder {
  const links = () => numberLinksIn(document).map(targetOfLink).filter((link) => link.rects().some(({ width }) => width > 0));
  const marked = (found: MarkedNumber | null) => (found === null ? null : targetOfMarked(found, numbers));

  /** The marked number farthest against the direction: where a round begins. */
  const endMost = (direction: 1 | -1) => {
    let end = numbers.step(null, direction) ?? numbers.step(null, direction === 1 ? -1 : 1);
    for (let more = end; more !== null; more = numbers.step(more, direction === 1 ? -1 : 1)) end = more;
    return marked(end);
  };
  const markedAfter = (from: CardTarget, direction: 1 | -1): CardTarget | null => {
    if (from.marked !== null) return marked(numbers.step(from.marked, direction));
    let at = endMost(direction);
    while (at?.marked && !isAfter(at, from, direction)) at = marked(numbers.step(at.marked, direction));
    return at;
  };
  const firstOf = (candidates: readonly (CardTarget | null | undefined)[], direction: 1 | -1) =>
    candidates.reduce<CardTarget | null>((best, one) => (one && (best === null || isAfter(best, one, direction)) ? one : best), null);

  return {
    next(from, direction) {
      const all = direction === 1 ? links() : links().reverse();
      if (from === null) {
        const seen = all.find((link) => isAhead(link, direction, document));
        const first = firstOf([marked(numbers.step(null, direction)), seen], direction);
        if (first !== null) return first;
      } else {
        const next = firstOf([markedAfter(from, direction), all.find((link) => isAfter(link, from, direction))], direction);
        if (next !== null) return next;
      }
      return firstOf([endMost(direction), all[0]], direction);
    },
    position(target) {
      const all = links();
      let at = endMost(1);
      for (; at?.marked && all.length < MOST; at = marked(numbers.step(at.marked, 1))) all.push(at);
      if (at !== null) return 'unknown';
      const before = all.filter((one) => isAfter(target, one, 1)).length;
      return { at: before + 1, of: all.length };
    },
  };
}

/** `one` comes later than `other` on the way in this direction. */
function isAfter(one: CardTarget, other: CardTarget, direction: 1 | -1): boolean {
  if (one.node === other.node) return ((one.marked?.range.startOffset ?? 0) - (other.marked?.range.startOffset ?? 0)) * direction > 0;
  const follows = (other.node.compareDocumentPosition(one.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return follows === (direction === 1);
}

/** In the viewport, or on the way out of it in this direction. */
function isAhead(link: CardTarget, direction: 1 | -1, document: Document): boolean {
  const [box] = link.rects();
  return box !== undefined && (direction === 1 ? box.bottom > 0 : box.top < document.documentElement.clientHeight);
}
