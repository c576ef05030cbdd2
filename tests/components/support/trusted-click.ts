import { act } from '@testing-library/preact';

/** A click as the browser makes one for a person; scripts can only make untrusted ones, so this one is dressed up. */
export async function trustedClick(element: HTMLElement): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void element.dispatchEvent(event));
}
