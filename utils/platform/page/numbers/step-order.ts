import { numberLinksIn } from '../number-link';
import { sameTarget, targetOfLink, targetOfMarked, type CardTarget } from './card-target';
import { inDocumentOrder } from './document-order';
import type { MarkedNumbers } from './marked-number';

/** Marked numbers and number links of one document, in its order. */
export function stepsOf(document: Document, numbers: MarkedNumbers): CardTarget[] {
  const links = numberLinksIn(document)
    .map(targetOfLink)
    .filter((link) => link.rects().some(({ width }) => width > 0));
  const marked = numbers.all().map((one) => targetOfMarked(one, numbers));
  if (links.length === 0 || marked.length === 0) return [...links, ...marked];
  return [...links, ...marked].sort((one, other) => (isAfter(one, other) ? 1 : -1));
}

/**
 * Index of the next one in a direction, round the end; -1 when there is none. From `from`, which may have left the
 * page, else from what is in a viewport of this height.
 */
export function nextStep(steps: readonly CardTarget[], from: CardTarget | null, direction: 1 | -1, height: number): number {
  const isAhead = (one: CardTarget): boolean => {
    if (from?.node.isConnected) return !sameTarget(one, from) && isAfter(one, from) === (direction === 1);
    return one.rects().some(({ top, bottom }) => (direction === 1 ? bottom > 0 : top < height));
  };
  const ahead = direction === 1 ? steps.findIndex(isAhead) : steps.findLastIndex(isAhead);
  if (ahead !== -1) return ahead;
  return direction === 1 ? Math.min(0, steps.length - 1) : steps.length - 1;
}

function isAfter(one: CardTarget, other: CardTarget): boolean {
  return (inDocumentOrder(one.node, other.node) || (one.marked?.range.startOffset ?? 0) - (other.marked?.range.startOffset ?? 0)) > 0;
}
