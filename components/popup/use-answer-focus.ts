import { useEffect, useRef, type MutableRef } from 'preact/hooks';

/**
 * Opened while a phone rings, Enter answers. Only then: a call that comes later takes no focus, or the Enter of a
 * number being typed would take the call.
 */
export function useAnswerFocus(view: MutableRef<HTMLElement | null>, loaded: boolean): void {
  const opened = useRef(false);
  useEffect(() => {
    if (!loaded || opened.current) return;
    opened.current = true;
    view.current?.querySelector<HTMLElement>('.button-answer')?.focus();
  }, [view, loaded]);
}
