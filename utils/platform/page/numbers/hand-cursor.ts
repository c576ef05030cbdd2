export interface HandCursor {
  /** Shows the hand over one element, or over none. */
  show(element: Element | null): void;
  /** The page's own cursor there. */
  of(element: Element): string;
}

const HAND: Keyframe[] = [{ cursor: 'pointer' }, { cursor: 'pointer' }];
/** Over at once and holding its last frame: nothing ticks, and a page that waits for its animations does not wait for this one. */
const HELD: KeyframeAnimationOptions = { duration: 0, fill: 'forwards' };

/**
 * The hand over a number, as an animation of its element: no node, attribute or style sheet of the page changes, and
 * only this element is styled anew. On a page of 50,000 nodes that takes 0.1 ms; one rule in an adopted style sheet
 * took 90 to 260 ms, since it styles every element anew (Chromium 156, Firefox 153).
 */
export function createHandCursor(view: Window): HandCursor {
  let shown: { readonly element: Element; readonly animation: Animation } | null = null;
  const show = (element: Element | null) => {
    if (element === (shown?.element ?? null)) return;
    shown?.animation.cancel();
    shown = element === null ? null : { element, animation: element.animate(HAND, HELD) };
  };
  return {
    show,
    of(element) {
      const before = shown?.element ?? null;
      show(null);
      const { cursor } = view.getComputedStyle(element);
      show(before);
      return cursor;
    },
  };
}
