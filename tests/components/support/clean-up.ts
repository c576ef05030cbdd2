import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

/** All files share one document: the library cleans up by itself after the first of them only. */
afterEach(() => {
  if (typeof document === 'undefined') return;
  cleanup();
  document.body.replaceChildren();
  document.head.replaceChildren();
});
