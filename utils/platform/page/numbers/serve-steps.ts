import type { NumberCard } from '../number-card/number-card';
import { sameTarget, type CardTarget } from './card-target';
import type { MarkedNumbers } from './marked-number';
import type { StepAnswer, StepMessage } from './number-messages';
import { createStepOrder } from './step-order';

export interface StepRuntime {
  readonly onMessage: {
    addListener(listener: (message: StepMessage, sender: unknown, respond: (answer: StepAnswer) => void) => void): void;
  };
}

export interface ServeStepsOptions {
  readonly scope: Window;
  readonly runtime: StepRuntime;
  readonly numbers: MarkedNumbers;
  readonly card: NumberCard;
  readonly active: () => boolean;
  /** The card is about to be shown by keyboard: what the pointer opened is over. */
  readonly takeOver: () => void;
}

/** Steps through the numbers of this frame when the shell says so and the focus is here. */
export function serveSteps({ scope, runtime, numbers, card, active, takeOver }: ServeStepsOptions): void {
  const { document } = scope;
  const order = createStepOrder(document, numbers);
  let last: CardTarget | null = null;

  const step = (direction: 1 | -1) => {
    const from = card.target ?? (last !== null && isSeen(last) ? last : null);
    const next = order.next(from, direction);
    if (next === null) return;
    last = next;
    takeOver();
    reveal(scope, next);
    numbers.highlight(next.marked);
    card.show(next, order.position(next));
  };
  runtime.onMessage.addListener((message, _, respond) => {
    if (message.kind !== 'numbers.step' || !active() || !(message.anyway || hasFocusItself(document))) return;
    respond('stepped');
    step(message.direction);
  });

  /** Where a round goes on after the card was closed, as long as the person has not gone elsewhere on the page. */
  const isSeen = (target: CardTarget) =>
    target.rects().some(({ bottom, top, width }) => width > 0 && bottom > 0 && top < document.documentElement.clientHeight) && !(card.target !== null && sameTarget(card.target, target));
}

/** The focus is in this document, not in a frame inside it, whose own script hears the shell too. */
function hasFocusItself(document: Document): boolean {
  return document.hasFocus() && !/^i?frame$/i.test(document.activeElement?.localName ?? '');
}

function reveal({ document, innerHeight }: Window, target: CardTarget): void {
  const inView = () => target.rects().some(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
  const element = target.node.nodeType === Node.ELEMENT_NODE ? (target.node as Element) : target.node.parentElement;
  if (inView() || element === null) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // In a long element the number may still be outside.
  const [box] = target.rects();
  if (box !== undefined && !inView()) document.scrollingElement?.scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
}
