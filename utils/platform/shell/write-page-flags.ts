import * as v from 'valibot';
import { PAGE_FLAGS_KEY, type PageFlags } from '@/utils/platform/page/page-flags';

interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const flagsSchema = v.object({ dial: v.boolean(), panel: v.boolean() });

/** Written only when something changed: each write is heard by the content script of every frame. */
export async function writePageFlags(area: LocalArea, flags: PageFlags): Promise<void> {
  const stored = v.safeParse(flagsSchema, (await area.get(PAGE_FLAGS_KEY))[PAGE_FLAGS_KEY]);
  if (stored.success && stored.output.dial === flags.dial && stored.output.panel === flags.panel) return;
  await area.set({ [PAGE_FLAGS_KEY]: flags });
}
