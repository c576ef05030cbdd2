import { signal, type ReadonlySignal } from '@preact/signals';
import { browser } from '#imports';
import type { NumberBrowser } from '@/components/numbers/number-links';

/** Of the manifest's `commands`. */
const STEP = 'next-number';

/** Firefox, as far as Chrome has none of it. */
interface FirefoxCommands {
  openShortcutSettings?(): Promise<void>;
}

/** What this browser can do for numbers besides finding them. */
export function numberBrowser(): NumberBrowser {
  const keys = browser.commands === undefined ? {} : { shortcut: followShortcut(), openShortcuts };
  if (import.meta.env.FIREFOX) return { ...keys, handlesLinks: true };
  return 'registerProtocolHandler' in navigator ? { ...keys, registerHandler } : keys;
}

/** Changed on a page of the browser's own, so it is looked up again when this one comes back. */
function followShortcut(): ReadonlySignal<string | null> {
  const shortcut = signal<string | null>(null);
  const look = async () => {
    const command = (await browser.commands.getAll()).find(({ name }) => name === STEP);
    shortcut.value = command?.shortcut || null;
  };
  window.addEventListener('focus', () => void look());
  void look();
  return shortcut;
}

function openShortcuts(): void {
  const { openShortcutSettings } = browser.commands as FirefoxCommands;
  if (openShortcutSettings !== undefined) void openShortcutSettings.call(browser.commands);
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** The browser then asks by the address bar, and tells nobody what was answered. */
function registerHandler(): boolean {
  try {
    navigator.registerProtocolHandler('tel', `${browser.runtime.getURL('/dial.html')}?uri=%s`);
    return true;
  } catch {
    return false;
  }
}
