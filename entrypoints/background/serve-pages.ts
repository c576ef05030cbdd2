import { browser } from '#imports';
import { withException, withoutException, withoutSiteOff, withSiteOff } from '@/utils/contract/change-page-numbers';
import type { Caller } from '@/utils/messaging/caller';
import type { Receiver } from '@/utils/messaging/receiver';
import { createFinderData } from '@/utils/platform/finder-data';
import { CARD_ICONS } from '@/utils/platform/shell/number-card/card-icons';
import { CARD_STYLE } from '@/utils/platform/shell/number-card/card-style';
import type { NumberMenu } from '@/utils/platform/shell/number-menu';
import type { PageNumbersStore } from '@/utils/storage/page-numbers-store';
import type { ContactWindows } from './contact-window';

interface PageParts {
  readonly receiver: Receiver;
  readonly settings: PageNumbersStore;
  readonly menu: NumberMenu;
  readonly contacts: ContactWindows;
}

const DONE = { ok: true } as const;
const REFUSED = { ok: false, error: 'not-allowed' } as const;

/** What the shell does for content scripts. */
export function servePages({ receiver, settings, menu, contacts }: PageParts): void {
  const finderData = createFinderData();
  receiver.on('numbers.finderData', async () => ({ ok: true, data: await finderData() }));
  receiver.on('numbers.cardParts', async () => ({ ok: true, style: CARD_STYLE, icons: CARD_ICONS }));
  receiver.on('numbers.underMenu', (under) => menu.show(under).then(() => DONE));
  receiver.on('contacts.openAdd', ({ number }) => contacts.open(number).then(() => DONE));
  receiver.on('numbers.notANumber', async ({ text, undo }, caller) => {
    const site = siteOf(caller)?.frame ?? null;
    if (site === null) return REFUSED;
    const change = undo ? withoutException : withException;
    await settings.update((now) => change(now, { site, text }));
    return DONE;
  });
  receiver.on('numbers.siteOff', async ({ undo }, caller) => {
    if (caller.kind !== 'page') return REFUSED;
    const { top } = caller.site;
    if (top === null) return askTop(caller.tabId, undo);
    await settings.update((now) => (undo ? withoutSiteOff(now, top) : withSiteOff(now, top)));
    return DONE;
  });
}

/** The browser does not tell whose tab a frame is in: the top frame asks for itself. */
async function askTop(tabId: number, undo: boolean): Promise<typeof DONE> {
  await browser.tabs.sendMessage(tabId, { kind: 'numbers.switchSite', undo }, { frameId: 0 });
  return DONE;
}

const siteOf = (caller: Caller) => (caller.kind === 'page' ? caller.site : null);
