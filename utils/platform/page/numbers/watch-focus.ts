import { numberLinkOf } from '../number-link';
import type { HoverIntent } from './hover-intent';
import { targetOfLink, type CardTarget } from './card-target';

export interface FocusOptions {
  readonly scope: Window;
  readonly active: () => boolean;
  readonly intent: HoverIntent<CardTarget>;
  readonly signal: AbortSignal;
}

/** A number link reached by keyboard shows its card after the same rest as under the pointer; the focus stays on the link. */
export function watchFocus({ scope, active, intent, signal }: FocusOptions): void {
  let onLink = false;
  const onFocus = (event: FocusEvent) => {
    const [element] = event.composedPath() as [Partial<Element>?];
    if (!event.isTrusted || !active() || element?.matches?.(':focus-visible') !== true) return;
    const link = numberLinkOf(event.composedPath());
    if (link === null) return;
    onLink = true;
    intent.over(targetOfLink(link));
  };
  const onBlur = () => {
    if (onLink) intent.over(null);
    onLink = false;
  };
  scope.addEventListener('focusin', onFocus, { capture: true, passive: true, signal });
  scope.addEventListener('focusout', onBlur, { capture: true, passive: true, signal });
}
