import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '#imports';
import { withException, withoutException, withoutSiteOff, withSiteOff } from '@/utils/contract/change-page-numbers';
import { DEFAULT_PAGE_NUMBERS } from '@/utils/contract/page-numbers';
import { createPageNumbersStore, pageNumbersOf, type Exclusively } from '@/utils/storage/page-numbers-store';

/** `navigator.locks` of one browser. */
function locks(): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return (_, run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

beforeEach(() => fakeBrowser.reset());

describe('settings of numbers on pages', () => {
  it('are the usual ones until somebody changed them', async () => {
    expect(await createPageNumbersStore(browser.storage, locks()).read()).toEqual(DEFAULT_PAGE_NUMBERS);
  });

  it('are kept with the number of their shape, and told to who watches', async () => {
    const store = createPageNumbersStore(browser.storage, locks());
    const heard = vi.fn();
    const stop = store.watch(heard);
    await store.update((now) => ({ ...now, look: 'tint' }));
    expect(await browser.storage.local.get('pageNumbers')).toEqual({ pageNumbers: { version: 1, ...DEFAULT_PAGE_NUMBERS, look: 'tint' } });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ ...DEFAULT_PAGE_NUMBERS, look: 'tint' }));
    stop();
    await store.update((now) => ({ ...now, look: 'plain' }));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('lose no change that two pages make at once', async () => {
    const one = locks();
    const [popup, options] = [createPageNumbersStore(browser.storage, one), createPageNumbersStore(browser.storage, one)];
    await Promise.all([popup.update((now) => withSiteOff(now, 'a.example')), options.update((now) => withSiteOff(now, 'b.example'))]);
    expect((await popup.read()).sitesOff).toEqual(['a.example', 'b.example']);
  });

  it('refuse what does not fit, and keep what was there', async () => {
    const store = createPageNumbersStore(browser.storage, locks());
    await expect(store.update((now) => ({ ...now, region: 'Sweden' }))).rejects.toThrow();
    expect(await store.read()).toEqual(DEFAULT_PAGE_NUMBERS);
  });

  it('fall back field by field, and in the lists entry by entry', () => {
    const stored = {
      version: 1,
      on: false,
      look: 'neon',
      region: 'se',
      level: 'eager',
      sitesOff: ['example.com', 7, ''],
      exceptions: [{ site: 'a.example', text: '123' }, { site: 'b.example' }, null],
    };
    expect(pageNumbersOf(stored)).toEqual({
      on: false,
      look: 'dotted',
      region: null,
      level: 'eager',
      sitesOff: ['example.com'],
      exceptions: [{ site: 'a.example', text: '123' }],
    });
    for (const nothing of [undefined, null, 'x', [], { sitesOff: 'x', exceptions: {} }]) expect(pageNumbersOf(nothing)).toEqual(DEFAULT_PAGE_NUMBERS);
  });
});

describe('a change', () => {
  it('adds a site once, as patterns are kept, and takes it away', () => {
    const once = withSiteOff(withSiteOff(DEFAULT_PAGE_NUMBERS, ' https://Example.com/ '), 'example.com');
    expect(once.sitesOff).toEqual(['example.com']);
    expect(withSiteOff(once, 'no site')).toBe(once);
    expect(withoutSiteOff(once, 'example.com').sitesOff).toEqual([]);
  });

  it('keeps digits of an exception, of one site', () => {
    const one = withException(withException(DEFAULT_PAGE_NUMBERS, { site: 'a.example', text: '0701 74-06 07' }), { site: 'a.example', text: '0701740607' });
    expect(one.exceptions).toEqual([{ site: 'a.example', text: '0701740607' }]);
    expect(withoutException(one, { site: 'b.example', text: '0701740607' }).exceptions).toHaveLength(1);
    expect(withoutException(one, { site: 'a.example', text: '0701740607' }).exceptions).toEqual([]);
    expect(withException(one, { site: 'a.example', text: 'none' })).toBe(one);
  });
});
