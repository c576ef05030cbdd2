import { useEffect, type MutableRef } from 'preact/hooks';

/** Somebody who has just asked for a call waits for the question; later, and on other pages, it takes no focus. Milliseconds. */
export const FRESH_MS = 2000;

/** Puts the focus on the first answer of a question that `fresh` says is new, and back where it was when it has been answered. */
export function useQuestionFocus(question: MutableRef<HTMLElement | null>, fresh: boolean): void {
  useEffect(() => {
    const element = question.current;
    if (!element || !fresh) return undefined;
    const before = document.activeElement;
    element.querySelector('button')?.focus();
    return () => {
      if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
    // Once for each question, however long it stands.
  }, [question]);
}
