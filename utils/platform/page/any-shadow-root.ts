/** `browser.dom` of content scripts, as far as it is used. */
export interface DomApi {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}

/** The shadow root of an element, whether its page may see it or not. Firefox has it on the element itself. */
export function anyShadowRoot(element: Element, dom: DomApi | undefined): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  return dom?.openOrClosedShadowRoot(element) ?? (element as { readonly openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
}
