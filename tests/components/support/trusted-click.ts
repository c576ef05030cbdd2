import { act } from '@testing-library/preact';

/** A click as the browser makes one for a person; scripts can only make untrusted ones, so this one is dressed up. */
export async function trustedClick(element: HTMLElement, detail = 1): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void element.dispatchEvent(event));
}
