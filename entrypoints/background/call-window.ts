import { browser } from '#imports';

export interface CallWindow {
  /** Opens it, or brings it to the front. */
  open(): Promise<void>;
}

/** One call window at a time. `onClosed` also when it crashed and could not say goodbye itself. */
export function createCallWindow(onClosed: () => void): CallWindow {
  let windowId: number | null = null;
  let opening: Promise<void> | null = null;

  browser.windows.onRemoved.addListener((closed) => {
    if (closed !== windowId) return;
    windowId = null;
    onClosed();
  });
  const open = async () => {
    if (windowId !== null) {
      await browser.windows.update(windowId, { focused: true });
      return;
    }
    const url = browser.runtime.getURL('/call-window.html');
    windowId = (await browser.windows.create({ url, type: 'popup', width: 380, height: 560 }))?.id ?? null;
  };
  return {
    open() {
      opening ??= open().finally(() => {
        opening = null;
      });
      return opening;
    },
  };
}
