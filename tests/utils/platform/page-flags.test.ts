import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '#imports';
import { DEFAULT_PAGE_NUMBERS, type PageNumbers } from '@/utils/contract/page-numbers';
import type { PageFlags } from '@/utils/platform/page/page-flags';
import { NO_FLAGS } from '@/utils/platform/page/read-page-flags';
import { watchPageFlags } from '@/utils/platform/page/watch-page-flags';
import { pageFlagsOf, writePageFlags } from '@/utils/platform/shell/write-page-flags';

const SETTINGS: PageNumbers = {
  on: true,
  look: 'tint',
  region: null,
  level: 'eager',
  sitesOff: ['example.com'],
  exceptions: [{ site: 'crm.example', text: '0701740607' }],
};
const flagsFor = (view: { signedIn?: boolean; panel?: boolean; region?: string | null } = {}, settings = SETTINGS): PageFlags =>
  pageFlagsOf({ signedIn: true, panel: false, region: 'SE', ...view }, settings);
const watch = () => watchPageFlags(browser.storage, new AbortController().signal);

beforeEach(() => fakeBrowser.reset());

describe('what a content script knows', () => {
  it('is what the shell wrote, before and after it came to life', async () => {
    await writePageFlags(browser.storage.local, flagsFor());
    const flags = watch();
    const heard: PageFlags[] = [];
    flags.onChange((now) => heard.push(now));
    expect(flags.now()).toEqual(NO_FLAGS);
    expect(await flags.first).toEqual({ dial: true, panel: false, numbers: { ...SETTINGS, region: 'SE' } });
    await writePageFlags(browser.storage.local, flagsFor({ panel: true }));
    await vi.waitFor(() => expect(flags.now()).toEqual(flagsFor({ panel: true })));
    expect(heard).toEqual([flagsFor({ panel: true })]);
  });

  it('has patterns of sites that it need not read: hosts as punycode, and none that names nothing', () => {
    const { numbers } = flagsFor({}, { ...SETTINGS, sitesOff: ['blåbär.se:81/sylt', 'a.se', '*'], exceptions: [{ site: 'blåbär.se', text: '1' }] });
    expect([numbers.sitesOff, numbers.exceptions]).toEqual([['xn--blbr-noae.se:81/sylt', 'a.se'], [{ site: 'xn--blbr-noae.se', text: '1' }]]);
  });

  it('has the region that was chosen, else the account’s, else none', () => {
    expect(flagsFor({}, { ...SETTINGS, region: 'NO' }).numbers.region).toBe('NO');
    expect(flagsFor().numbers.region).toBe('SE');
    expect(flagsFor({ signedIn: false, region: null }).numbers.region).toBeNull();
  });

  it.each([
    [{ dial: 'yes' }],
    [{ numbers: { on: 1, look: 'neon', region: 46, level: 'wild', sitesOff: [1, null], exceptions: [{ site: 'a.se' }, 'x', null] } }],
    [null],
    ['text'],
  ])('is nothing where something else is stored: %j', async (stored) => {
    await browser.storage.local.set({ pageFlags: stored });
    expect(await watch().first).toEqual(NO_FLAGS);
  });

  it('is not written again when nothing changed, and is when any setting did', async () => {
    await writePageFlags(browser.storage.local, flagsFor());
    const heard = vi.fn();
    browser.storage.onChanged.addListener(heard);
    await writePageFlags(browser.storage.local, flagsFor());
    expect(heard).not.toHaveBeenCalled();
    const changes: Partial<PageNumbers>[] = [
      { on: false },
      { look: 'plain' },
      { region: 'DK' },
      { level: 'strict' },
      { sitesOff: [] },
      { exceptions: DEFAULT_PAGE_NUMBERS.exceptions },
    ];
    for (const change of changes) {
      heard.mockClear();
      await writePageFlags(browser.storage.local, flagsFor({}, { ...SETTINGS, ...change }));
      expect(heard, JSON.stringify(change)).toHaveBeenCalledTimes(1);
    }
  });
});
