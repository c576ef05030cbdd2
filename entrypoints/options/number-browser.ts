import { browser } from '#imports';
import { i18n } from '#i18n';
import type { NumberBrowser } from '@/components/numbers/number-links';

/** Of the manifest's `commands`. */
const STEP = 'next-number';

/** Chrome's API, which extension pages have too. */
interface HandlerNavigator {
  registerProtocolHandler?(scheme: string, url: string): void;
}

/** What this browser can do for numbers besides finding them. */
export function numberBrowser(): NumberBrowser {
  if (import.meta.env.FIREFOX) return { handlesLinks: true };
  const { registerProtocolHandler } = navigator as HandlerNavigator;
  return {
    ...(registerProtocolHandler !== undefined && { registerHandler: () => registerHandler((url) => registerProtocolHandler.call(navigator, 'tel', url)) }),
  };
}

function registerHandler(register: (url: string) => void): boolean {
  try {
    register(`${browser.runtime.getURL('/dial.html')}?uri=%s`);
    return true;
  } catch {
    return false;
  }
}
