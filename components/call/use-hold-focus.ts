import { useLayoutEffect, useRef, type MutableRef } from 'preact/hooks';
import type { CallState } from '@/utils/domain/call/call-state';

/** Hold and Resume take each other's place, and the cards their order: the focus that was in the card goes to the button that undoes it. */
export function useHoldFocus(card: MutableRef<HTMLElement | null>, state: CallState): void {
  const within = useRef(false);
  // Read while what was pressed is still there.
  within.current = card.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (within.current && card.current?.contains(document.activeElement) === false) card.current.querySelector<HTMLElement>('[data-holds]')?.focus();
  }, [card, state]);
}
