import { useLayoutEffect, type MutableRef } from 'preact/hooks';

/** CSS pixels: between the two, and to the edge of the window. */
const [GAP, EDGE] = [4, 8];

/**
 * Lays a floating box under its anchor, or above it where the window ends; fixed, so that no list cuts it off.
 * `onMoved`: something was scrolled, and may have taken the anchor along.
 */
export function useBeside(box: MutableRef<HTMLElement | null>, anchor: MutableRef<HTMLElement | null> | null, onMoved: () => void): void {
  useLayoutEffect(() => {
    const [element, beside] = [box.current, anchor?.current];
    if (!element || !beside) return undefined;
    const { top, bottom, right } = beside.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const fits = bottom + GAP + element.offsetHeight + EDGE <= clientHeight;
    element.style.top = `${fits ? bottom + GAP : Math.max(EDGE, top - GAP - element.offsetHeight)}px`;
    element.style.right = `${Math.max(EDGE, clientWidth - right)}px`;
    const over = new AbortController();
    const options = { capture: true, passive: true, signal: over.signal };
    document.addEventListener('scroll', onMoved, options);
    window.addEventListener('resize', onMoved, options);
    return () => over.abort();
  }, [box, anchor, onMoved]);
}
