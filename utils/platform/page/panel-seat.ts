/** The shadow root of an element, a closed one too, where the browser lets a content script see it; null: it has none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Where the panel must stand so that it can be pressed: everything outside a modal dialog is inert, the top layer too. */
export interface PanelSeat {
  now(): Element;
  /** The focus has moved, perhaps into a dialog of a shadow tree, which tells the document of nothing else. */
  look(): void;
}

interface PanelSeatParts {
  readonly document: Document;
  readonly rootOf: ShadowRootOf;
  /** A dialog of a shadow tree was closed. */
  readonly closed: () => void;
  readonly signal: AbortSignal;
}

/** The modal dialog the focus is in, however deep; a browser puts it there when one opens. The innermost is the topmost. */
function focusedModal(document: Document, rootOf: ShadowRootOf): Element | null {
  let modal: Element | null = null;
  for (let at = document.activeElement; at !== null; at = rootOf(at)?.activeElement ?? null) modal = at.closest('dialog:modal') ?? modal;
  return modal;
}

export function createPanelSeat({ document, rootOf, closed, signal }: PanelSeatParts): PanelSeat {
  let hidden: Element | null = null;
  return {
    now() {
      if (hidden?.matches(':modal')) return hidden;
      return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
    },
    look() {
      const modal = focusedModal(document, rootOf);
      if (modal === null || modal === hidden || modal.getRootNode() === document) return;
      hidden = modal;
      const onClose = () => {
        if (hidden === modal) hidden = null;
        closed();
      };
      modal.addEventListener('close', onClose, { once: true, signal });
    },
  };
}
