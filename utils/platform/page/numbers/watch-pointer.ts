import { numberLinkOf } from '../number-link';
import { isForPage } from '../page-clicks';
import type { NumberCard } from '../number-card/number-card';
import { targetOfLink, targetOfMarked, type CardTarget } from './card-target';
import type { HandCursor } from './hand-cursor';
import type { HoverIntent } from './hover-intent';
import type { MarkedNumbers } from './marked-number';

export interface PointerOptions {
  readonly scope: Window;
  readonly numbers: MarkedNumbers;
  readonly active: () => boolean;
  readonly card: NumberCard;
  readonly intent: HoverIntent<CardTarget>;
  readonly hand: HandCursor;
  readonly signal: AbortSignal;
}

/** Follows a mouse or pen over the page's numbers and links, once a frame: the hand, and the card after a rest. */
export function watchPointer({ scope, numbers, active, card, intent, hand, signal }: PointerOptions): void {
  let moved: { readonly path: EventTarget[]; readonly x: number; readonly y: number; readonly pressed: boolean } | null = null;
  let scheduled = false;
  let last: { readonly element: EventTarget | undefined; readonly isNumber: boolean } = { element: undefined, isNumber: false };

  const show = (element: EventTarget | undefined, path: EventTarget[], isNumber: boolean) => {
    if (element === last.element && isNumber === last.isNumber) return;
    last = { element, isNumber };
    hand.show(isNumber && !isForPage(path, hand.of) ? (element as Element) : null);
  };
  const look = () => {
    scheduled = false;
    if (moved === null || card.hasFocus()) return;
    const { path, x, y, pressed } = moved;
    const link = active() ? numberLinkOf(path) : null;
    const marked = link === null && active() ? numbers.at(x, y) : null;
    show(path[0], path, marked !== null);
    if (pressed) intent.over(null);
    else intent.over(link !== null ? targetOfLink(link) : marked !== null ? targetOfMarked(marked, numbers) : null);
  };
  const leave = () => {
    moved = null;
    show(undefined, [], false);
    if (!card.hasFocus()) intent.over(null);
  };
  const onMove = (event: PointerEvent) => {
    // On a screen touched by finger a tap calls, and nothing is hovered.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const path = event.composedPath();
    if (card.owns(path)) return leaveToCard();
    moved = { path, x: event.clientX, y: event.clientY, pressed: event.buttons !== 0 };
    if (scheduled) return;
    scheduled = true;
    scope.requestAnimationFrame(look);
  };
  const leaveToCard = () => {
    moved = null;
    show(undefined, [], false);
  };
  scope.addEventListener('pointermove', onMove, { capture: true, passive: true, signal });
  scope.document.documentElement.addEventListener('pointerleave', leave, { passive: true, signal });
  signal.addEventListener('abort', leave);
}
