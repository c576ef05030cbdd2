import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '#imports';
import { watchPageFlags } from '@/utils/platform/page/watch-page-flags';
import { writePageFlags } from '@/utils/platform/shell/write-page-flags';

beforeEach(() => fakeBrowser.reset());

describe('what a content script knows', () => {
  it('is what the shell wrote, before and after it came to life', async () => {
    await writePageFlags(browser.storage.local, { dial: true, panel: false });
    const flags = watchPageFlags(browser.storage, new AbortController().signal);
    expect(flags.now()).toEqual({ dial: false, panel: false });
    expect(await flags.first).toEqual({ dial: true, panel: false });
    await writePageFlags(browser.storage.local, { dial: true, panel: true });
    await vi.waitFor(() => expect(flags.now()).toEqual({ dial: true, panel: true }));
  });

  it('is nothing where something else is stored', async () => {
    await browser.storage.local.set({ pageFlags: { dial: 'yes' } });
    expect(await watchPageFlags(browser.storage, new AbortController().signal).first).toEqual({ dial: false, panel: false });
  });

  it('is not written again when nothing changed', async () => {
    await writePageFlags(browser.storage.local, { dial: true, panel: false });
    const heard = vi.fn();
    browser.storage.onChanged.addListener(heard);
    await writePageFlags(browser.storage.local, { dial: true, panel: false });
    expect(heard).not.toHaveBeenCalled();
  });
});
