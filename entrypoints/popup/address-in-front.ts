import { browser } from '#imports';
import type { SiteMessage } from '@/utils/platform/page/numbers/site-messages';

/**
 * Address of the page in front, from the content script in it: so the extension needs no right to see the addresses of
 * tabs. Null where there is none: the browser's own pages, and pages that were open before the extension came.
 */
export async function addressInFront(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const question: SiteMessage = { kind: 'numbers.whichSite' };
  const answer: unknown = await browser.tabs.sendMessage(tab.id, question, { frameId: 0 }).catch(() => null);
  return typeof answer === 'string' ? answer : null;
}
