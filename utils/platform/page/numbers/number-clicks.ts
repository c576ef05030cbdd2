import { numberLinkOf } from '../number-link';
import { isForPage, isPlainClick } from '../page-clicks';
import { whenPageIsDone } from '../when-page-is-done';
import type { MarkedNumber, MarkedNumbers } from './marked-number';

export interface NumberClickOptions {
  readonly scope: Window;
  readonly numbers: MarkedNumbers;
  readonly active: () => boolean;
  /** The page's own cursor over an element. */
  readonly cursorOf: (element: Element) => string;
  readonly dial: (number: MarkedNumber) => void;
  readonly signal: AbortSignal;
}

/** A hand is not quite still between press and release; farther is a drag. CSS pixels. */
const STILL = 4;

/**
 * Takes a person's click on a marked number. It dials at the first click, as a link does: waiting for a second one
 * would cost every call a quarter of a second. The clicks that follow (a double click selects a word, a triple one
 * the line) only select, and so does a drag.
 */
export function watchNumberClicks({ scope, numbers, active, cursorOf, dial, signal }: NumberClickOptions): void {
  let pressed: MouseEvent | null = null;
  const onDown = (event: MouseEvent) => {
    pressed = event.isTrusted ? event : null;
  };
  const wasDragged = (event: MouseEvent) => pressed === null || Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > STILL;

  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event) || event.detail !== 1 || wasDragged(event) || !active()) return;
    const path = event.composedPath();
    if (numberLinkOf(path) !== null) return;
    const number = numbers.at(event.clientX, event.clientY);
    if (number === null || isForPage(path, cursorOf)) return;
    whenPageIsDone(event, path, signal, () => {
      if (scope.getSelection()?.isCollapsed !== false) dial(number);
    });
  };
  scope.addEventListener('mousedown', onDown, { capture: true, passive: true, signal });
  scope.addEventListener('click', onClick, { capture: true, signal });
}
