import type { Box } from './place-card';

export interface CardFrame {
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  /** Width and height of the card. CSS pixels. */
  size(): { width: number; height: number };
  moveTo(left: number, top: number, above: boolean): void;
  /** Changes the card so that the edge beside the number stays where it is. */
  keepNear(change: () => void): void;
  /** Draws the focus ring round each line of the number, or takes it away. */
  ring(lines: readonly Box[]): void;
  remove(): void;
}

/** What a page could take for something of its own: it hears nothing of what happens on the card. */
const OWN_EVENTS = ['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'copy', 'wheel'];

/** A closed shadow root in the top layer; inside the page's modal dialog when the number is, since all else is inert then. */
export function openCardFrame(document: Document, near: Node, card: HTMLElement, styles: string): CardFrame {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  // Not innerHTML: Firefox blocks a style element made that way under a strict policy.
  style.textContent = styles;
  root.append(style, card);
  for (const type of OWN_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  (modalAround(near) ?? document.documentElement).append(host);
  if ('showPopover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }
  const rule = style.sheet?.cssRules[0] as CSSStyleRule | undefined;
  const set = (name: string, value: string) => rule?.style.setProperty(name, value, 'important');
  let above = false;
  let rings: HTMLElement[] = [];
  return {
    root,
    host,
    size: () => card.getBoundingClientRect(),
    moveTo(left, top, isAbove) {
      set('left', `${left}px`);
      set('top', `${top}px`);
      above = isAbove;
    },
    keepNear(change) {
      const { bottom } = card.getBoundingClientRect();
      change();
      if (above) set('top', `${bottom - card.getBoundingClientRect().height}px`);
    },
    ring(lines) {
      for (const one of rings) one.remove();
      rings = lines.map(({ left, top, right, bottom }) => {
        const one = document.createElement('div');
        one.className = 'ring';
        one.style.cssText = `left:${left}px;top:${top}px;width:${right - left}px;height:${bottom - top}px`;
        return one;
      });
      root.append(...rings);
    },
    remove: () => host.remove(),
  };
}

function modalAround(node: Node): Element | null {
  for (let at: Node | null = node; at !== null; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if ((at as Partial<Element>).matches?.(':modal') === true) return at as Element;
  }
  return null;
}
