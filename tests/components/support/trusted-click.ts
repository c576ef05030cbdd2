import { act } from '@testing-library/preact';

/** A click as the browser makes one for a person; scripts can only make untrusted ones, so this one is dressed up. */
export async function trustedClick(element: HTMLElement, detail = 1): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void element.dispatchEvent(event));
}

/** A key as a person presses it, where the focus is. */
export async function trustedKey(key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key, ...init });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(async () => {
    (document.activeElement ?? document.body).dispatchEvent(event);
    // What it asked of the phone has been answered.
    await new Promise((resolve) => setImmediate(resolve));
  });
  return event;
}
