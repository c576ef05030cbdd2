import type { PageNumbers } from '@/utils/contract/page-numbers';
import type { ShellView } from '@/utils/contract/shell-view';
import { plainPattern } from '@/utils/domain/page-site/site-pattern';
import { PAGE_FLAGS_KEY, type PageFlags } from '@/utils/platform/page/page-flags';
import { flagsOf } from '@/utils/platform/page/read-page-flags';

interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** What pages are told of the phone's state and of the settings. */
export function pageFlagsOf(view: Pick<ShellView, 'signedIn' | 'panel' | 'region'>, settings: PageNumbers): PageFlags {
  const sitesOff = settings.sitesOff.flatMap((site) => plainPattern(site) ?? []);
  const exceptions = settings.exceptions.flatMap(({ site, text }) => {
    const plain = plainPattern(site);
    return plain === null ? [] : { site: plain, text };
  });
  return { dial: view.signedIn, panel: view.panel, numbers: { ...settings, region: settings.region ?? view.region, sitesOff, exceptions } };
}

/** Written only when something changed: each write is heard by the content script of every frame. */
export async function writePageFlags(area: LocalArea, flags: PageFlags): Promise<void> {
  const stored = flagsOf((await area.get(PAGE_FLAGS_KEY))[PAGE_FLAGS_KEY]);
  // Read the same way, so that both have their fields in the same order.
  if (JSON.stringify(stored) === JSON.stringify(flagsOf(flags))) return;
  await area.set({ [PAGE_FLAGS_KEY]: flags });
}
