import { numberLinksIn } from '../number-link';
import { sameTarget, targetOfLink, targetOfMarked, type CardTarget } from './card-target';
import { inDocumentOrder } from './document-order';
import type { MarkedNumbers } from './marked-number';

/** Marked numbers and number links of one document and its open shadow roots, in their order. */
export function stepsOf(document: Document, numbers: MarkedNumbers): CardTarget[] {
  const links = [...new Set([document, ...numbers.roots()])]
    .flatMap(numberLinksIn)
    .map(targetOfLink)
    .filter((link) => link.rects().some(({ width }) => width > 0));
  const marked = numbers.all().map((one) => targetOfMarked(one, numbers));
  const steps: CardTarget[] = [];
  let at = 0;
  for (const link of links.sort((one, other) => inDocumentOrder(one.node, other.node))) {
    for (let one = marked[at]; one !== undefined && isAfter(link, one); one = marked[++at]) steps.push(one);
    steps.push(link);
  }
  return [...steps, ...marked.slice(at)];
}

/**
 * Index of the next one in a direction, round the end; -1 when there is none. From `from`, which may have left the
 * page, else from what is in a viewport of this height.
 */
export function nextStep(steps: readonly CardTarget[], from: CardTarget | null, direction: 1 | -1, height: number): number {
  const isAhead = ({ top, bottom }: DOMRect) => (direction === 1 ? bottom > 0 : top < height);
  const isSeen = ({ node, rects }: CardTarget) => {
    const box = (node.nodeType === 1 ? (node as Element) : node.parentElement)?.getBoundingClientRect();
    // Most of a long page is told by its elements, which is cheaper than by its text.
    return (box === undefined || box.height === 0 || isAhead(box)) && rects().some(isAhead);
  };
  const ahead = from?.node.isConnected ? beside(steps, from, direction) : direction === 1 ? steps.findIndex(isSeen) : steps.findLastIndex(isSeen);
  if (ahead in steps) return ahead;
  return direction === 1 ? Math.min(0, steps.length - 1) : steps.length - 1;
}

/** Index of the one after or before `from`, which may be none of them. */
function beside(steps: readonly CardTarget[], from: CardTarget, direction: 1 | -1): number {
  let start = 0;
  let end = steps.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    const one = steps[middle];
    if (one !== undefined && isAfter(from, one)) start = middle + 1;
    else end = middle;
  }
  const at = steps[start];
  return direction === -1 ? start - 1 : at !== undefined && sameTarget(at, from) ? start + 1 : start;
}

function isAfter(one: CardTarget, other: CardTarget): boolean {
  return (inDocumentOrder(one.node, other.node) || (one.marked?.range.startOffset ?? 0) - (other.marked?.range.startOffset ?? 0)) > 0;
}
