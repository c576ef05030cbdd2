import { browser } from '#imports';

export interface CallWindow {
  /** Opens it, or brings it to the front. */
  open(): Promise<void>;
  /** In place of a panel that cannot be drawn: leaves the focus where it is. One that lends the microphone stays. */
  standIn(wanted: boolean): Promise<void>;
}

interface CallWindowOptions {
  /** Also when it crashed and could not say goodbye itself. */
  readonly onClosed: () => void;
  /** It may not be closed now. */
  readonly inUse: () => boolean;
}

/** One call window at a time, also for a worker that was not there when it was opened. */
export function createCallWindow({ onClosed, inUse }: CallWindowOptions): CallWindow {
  const url = browser.runtime.getURL('/call-window.html');
  let known: number | null = null;
  let opening: Promise<void> | null = null;
  /** A person who closes it has seen the call, and finds it in the toolbar. */
  let closedByPerson = false;
  /** One that a person opened is theirs to close. In Chrome nobody does, and the worker that opened it may be gone. */
  let standing = !import.meta.env.FIREFOX;

  browser.windows.onRemoved.addListener((closed) => {
    if (closed !== known) return;
    known = null;
    closedByPerson = true;
    onClosed();
  });
  const page = async () => (await browser.tabs.query({})).find((tab) => tab.url === url);
  const find = async () => (known ??= (await page())?.windowId ?? null);
  const create = async (focused: boolean) => {
    // Firefox opens no window behind the others.
    const behind = import.meta.env.FIREFOX || focused ? {} : { focused };
    known = (await browser.windows.create({ url, type: 'popup', width: 380, height: 560, ...behind }))?.id ?? null;
  };
  const once = (work: () => Promise<void>) => {
    opening ??= work().finally(() => {
      opening = null;
    });
    return opening;
  };
  const standBeside = async () => {
    if ((await find()) !== null) return;
    standing = true;
    await create(false);
  };
  return {
    open: () =>
      once(async () => {
        const windowId = await find();
        if (import.meta.env.FIREFOX) standing = false;
        if (windowId === null) await create(true);
        else await browser.windows.update(windowId, { focused: true });
      }),
    async standIn(wanted) {
      if (wanted) {
        if (!closedByPerson) await once(standBeside);
        return;
      }
      closedByPerson = false;
      if (!standing || inUse()) return;
      // By its tab: it may have been dragged into a window with others.
      const tabId = (await page())?.id;
      known = null;
      if (tabId !== undefined) await browser.tabs.remove(tabId);
    },
  };
}
