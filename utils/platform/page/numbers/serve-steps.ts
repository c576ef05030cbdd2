import type { LoadedParts } from '../number-card/loaded-parts';
import type { NumberCard } from '../number-card/number-card';
import type { CardTarget } from './card-target';
import type { MarkedNumbers } from './marked-number';
import type { StepAnswer, StepMessage } from './number-messages';
import { nextStep, stepsOf } from './step-order';

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
  readonly parts: LoadedParts;
  readonly active: () => boolean;
  /** The card is about to be shown by keyboard: what the pointer opened is over. */
  readonly takeOver: () => void;
}

/** Steps through the numbers of this frame when the shell says so and the focus is here. */
export function serveSteps({ scope, runtime, numbers, card, parts, active, takeOver }: ServeStepsOptions): void {
  const { document } = scope;
  /** Where a round goes on after the card was closed, as long as the person has not scrolled away from it. */
  let last: CardTarget | null = null;

  /** False where there is nothing to step to. */
  const step = (direction: 1 | -1): boolean => {
    const height = document.documentElement.clientHeight;
    const from = card.target ?? (last?.rects().some((box) => isInside(box, height)) ? last : null);
    const steps = stepsOf(document, numbers);
    const at = nextStep(steps, from, direction, height);
    const next = steps[at];
    if (next === undefined) return false;
    last = next;
    takeOver();
    reveal(scope, next);
    numbers.highlight(next.marked);
    const show = () => card.show(next, { at: at + 1, of: steps.length });
    if (parts.now !== null) show();
    else void parts.load().then(() => last === next && show());
    return true;
  };
  runtime.onMessage.addListener((message, _, respond) => {
    if (message.kind !== 'numbers.step' || !active() || !(message.anyway || hasFocusItself(document))) return;
    if (step(message.direction)) respond('stepped');
  });
}

const isInside = ({ top, bottom, width }: DOMRect, height: number) => width > 0 && bottom > 0 && top < height;

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
