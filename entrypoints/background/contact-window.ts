import { browser } from '#imports';

/** More at once are nobody's work. */
const MOST = 4;

export interface ContactWindows {
  /** Opens the form for a number, or brings the one that is open for it to the front. */
  open(number: string): Promise<void>;
}

/** Forms are found by their address: a worker that has just been started remembers none. */
export function createContactWindows(): ContactWindows {
  const page = browser.runtime.getURL('/contact.html');
  return {
    async open(number) {
      const url = `${page}?number=${encodeURIComponent(number)}`;
      const open = (await browser.tabs.query({})).filter((tab) => tab.url?.startsWith(page));
      const same = open.find((tab) => tab.url === url) ?? (open.length >= MOST ? open.at(-1) : undefined);
      if (same?.windowId !== undefined) await browser.windows.update(same.windowId, { focused: true });
      else await browser.windows.create({ url, type: 'popup', width: 400, height: 520 });
    },
  };
}
