import { useLayoutEffect, useState, type MutableRef } from 'preact/hooks';
import { ROW_HEIGHT } from '@/utils/models/history-layout';

/** Until the element has a size. */
const FIRST_HEIGHT = 600;

/** How far an element is scrolled, in whole rows, so that the list is drawn anew once a row; and how high it is. Pixels. */
export function useScrolled(box: MutableRef<HTMLElement | null>): { readonly top: number; readonly height: number } {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setHeight(element.clientHeight || FIRST_HEIGHT);
    const scrolled = () => setTop(Math.floor(element.scrollTop / ROW_HEIGHT) * ROW_HEIGHT);
    measure();
    scrolled();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box]);
  return { top, height };
}
