/** The element that has focus, through open shadow roots. */
export function focused(document: Document): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body ? null : (at as HTMLElement | null);
}
