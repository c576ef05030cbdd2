/** Copies during a person's gesture; also on pages without the clipboard's own API (http, a frame that may not). */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(document, text);
  }
}

/** The browser asks with an event what to copy; nothing is selected and the page's selection stays. */
function copyByEvent(document: Document, text: string): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    copied = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return copied;
}
