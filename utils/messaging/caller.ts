import { patternOf } from '@/utils/domain/page-site/site-of';
import type { MessageName, Sender } from './messenger';

/** What a sender is to us. */
export type Caller =
  | { readonly kind: 'extension' }
  | { readonly kind: 'panel'; readonly frame: FrameKey }
  | { readonly kind: 'page'; readonly tabId: number; readonly frameId: number; readonly top: boolean; readonly site: CallerSite }
  | { readonly kind: 'foreign' };

/** Where a page is, as the browser stamped it; patterns for `siteIsOff`. Null where the browser does not tell. */
export interface CallerSite {
  readonly frame: string | null;
  readonly top: string | null;
}

/** One document in one frame of one tab; Firefox leaves out the document. */
export interface FrameKey {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
}

export interface OwnIdentity {
  /** `runtime.id` */
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

const PANEL_PATH = '/panel.html';

/** The panel is the one page of ours that web pages may frame, so it is never trusted for its address alone. */
export function callerOf(sender: Sender, own: OwnIdentity): Caller {
  if (sender.id !== own.id || sender.url === undefined) return { kind: 'foreign' };
  const tabId = sender.tab?.id;
  const frameId = sender.frameId ?? 0;
  if (sender.url.startsWith(`${own.origin}/`)) {
    if (new URL(sender.url).pathname === PANEL_PATH) {
      if (tabId === undefined) return { kind: 'foreign' };
      return { kind: 'panel', frame: { tabId, frameId, documentId: sender.documentId ?? null } };
    }
    return frameId === 0 ? { kind: 'extension' } : { kind: 'foreign' };
  }
  if (tabId === undefined || /^[a-z]+-extension:/.test(sender.url)) return { kind: 'foreign' };
  return { kind: 'page', tabId, frameId, top: frameId === 0, site: siteOfSender(sender, frameId === 0) };
}

/** A frame that was written by its page (`srcdoc`) has no address, only an origin. */
function siteOfSender({ url, origin, tab }: Sender, top: boolean): CallerSite {
  const patternIn = (addresses: readonly (string | undefined)[]) => addresses.map((one) => (one === undefined ? null : patternOf(one))).find((one) => one !== null) ?? null;
  const page = patternIn([tab?.url]);
  const frame = patternIn([url, origin]) ?? page;
  return { frame, top: top ? frame : page };
}

/** The tab a page of the web is in. */
export const tabOf = (caller: Caller): number | null => (caller.kind === 'page' ? caller.tabId : null);

export function sameFrame(a: FrameKey, b: FrameKey): boolean {
  return a.tabId === b.tabId && a.frameId === b.frameId && a.documentId === b.documentId;
}

const FROM_PAGES: readonly MessageName[] = [
  'phone.dial',
  'panel.hello',
  'shell.ensureHost',
  'numbers.describe',
  'numbers.notANumber',
  'numbers.siteOff',
  'numbers.finderData',
  'numbers.cardParts',
  'numbers.offer',
  'numbers.underMenu',
  'contacts.openAdd',
];
const FROM_ANY_PANEL: readonly MessageName[] = ['panel.redeem', 'shell.ensureHost'];
const FROM_TICKETED_PANEL: readonly MessageName[] = [
  'phone.answer',
  'phone.decline',
  'phone.hangUp',
  'phone.hold',
  'phone.resume',
  'phone.transfer',
  'phone.consult',
  'phone.completeTransfer',
  'phone.takeBack',
  'phone.conference',
  'phone.split',
  // Names and numbers of colleagues and contacts, for the field that takes one.
  'people.search',
  'phone.silence',
  'phone.setMuted',
  'phone.sendDtmf',
  'phone.dismiss',
  'phone.chooseMethod',
  'phone.cancelOrdered',
  // Calls back; any page may dial, so this gives a panel nothing new.
  'phone.dial',
  'panel.resize',
  'panel.move',
  'panel.minimise',
  'shell.openCallWindow',
  'contacts.openAdd',
];

/** What means the frame or the site of its sender. */
const NEEDS_A_PAGE: readonly MessageName[] = ['panel.redeem', 'panel.resize', 'panel.move', 'panel.minimise', 'panel.hello', 'numbers.notANumber', 'numbers.siteOff', 'numbers.offer', 'numbers.underMenu'];

/** The allow-list of every sender. `redeemed`: this panel frame holds the ticket of the tab the panel belongs in. */
export function mayAsk(caller: Caller, name: MessageName, redeemed: (frame: FrameKey) => boolean): boolean {
  switch (caller.kind) {
    case 'extension':
      return !NEEDS_A_PAGE.includes(name);
    case 'page':
      return FROM_PAGES.includes(name) && (name !== 'panel.hello' || caller.top);
    case 'panel':
      return FROM_ANY_PANEL.includes(name) || (FROM_TICKETED_PANEL.includes(name) && redeemed(caller.frame));
    case 'foreign':
      return false;
  }
}
