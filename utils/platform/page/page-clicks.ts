/** A person's plain click; a script's own is never ours, and one with Ctrl, Meta, Shift or Alt is the browser's. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.isTrusted && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** In an editor a click places the caret. */
export function inEditor(path: readonly EventTarget[]): boolean {
  return path.some((node) => (node as { isContentEditable?: unknown }).isContentEditable === true);
}

const ROLES = ['button', 'link', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'tab', 'checkbox', 'radio', 'switch', 'treeitem', 'combobox', 'slider'];
/** A handler on the body is for everything on the page, and so says nothing of a number. */
const INTERACTIVE = `a[href],area[href],button,summary,label,select,input,textarea,option,[onclick]:not(body,html),${ROLES.map((role) => `[role=${role}]`).join()}`;

/**
 * The page itself answers a click here: it is inside something made to be clicked, or shows the hand that says so.
 * `cursorOf`: the page's own cursor over an element, never the one shown by us.
 */
export function isForPage(path: readonly EventTarget[], cursorOf: (element: Element) => string): boolean {
  const elements = path.filter((node): node is Element => (node as { nodeType?: unknown }).nodeType === 1);
  const [innermost] = elements;
  if (innermost === undefined || inEditor(path)) return true;
  return elements.some((element) => element.matches(INTERACTIVE)) || cursorOf(innermost) === 'pointer';
}
