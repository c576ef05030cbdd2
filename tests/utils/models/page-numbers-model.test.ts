import { describe, expect, it } from 'vitest';
import { createPageNumbersModel } from '@/utils/models/page-numbers-model';
import { createSiteSwitch } from '@/utils/models/site-switch-model';
import { siteListOf } from '@/utils/contract/site-list';
import { DEFAULT_PAGE_NUMBERS, type PageNumbers } from '@/utils/contract/page-numbers';
import { createHandClock } from '@/tests/components/support/hand-clock';
import { MemoryPageNumbers } from '@/tests/support/memory-page-numbers';

async function start(kept: Partial<PageNumbers> = {}) {
  const store = new MemoryPageNumbers(kept);
  const clock = createHandClock(0);
  const model = createPageNumbersModel(store, clock);
  await Promise.resolve();
  return { store, clock, model };
}

describe('settings of numbers', () => {
  it('are kept when changed, and follow what another page changes', async () => {
    const { store, model } = await start();
    await model.set({ look: 'tint', level: 'strict' });
    expect(store.kept).toMatchObject({ look: 'tint', level: 'strict' });
    await store.update((now) => ({ ...now, on: false }));
    expect(model.settings.value?.on).toBe(false);
    model.dispose();
    await store.update((now) => ({ ...now, on: true }));
    expect(model.settings.value?.on).toBe(false);
  });

  it('go back to what they were when they cannot be kept, and say so', async () => {
    const { store, model } = await start();
    store.broken = true;
    await model.set({ look: 'tint' });
    expect([model.settings.value?.look, model.failed.value]).toEqual(['dotted', true]);
    store.broken = false;
    await model.set({ look: 'tint' });
    expect([model.settings.value?.look, model.failed.value]).toEqual(['tint', false]);
  });

  it('take a site as a person writes it, and keep what was typed when it is none', async () => {
    const { store, model } = await start();
    model.typeSite('no site');
    await model.addSite();
    expect([model.draftError.value, model.draft.value]).toEqual(['not-a-site', 'no site']);
    model.typeSite('https://CRM.example.com/');
    expect(model.draftError.value).toBeNull();
    await model.addSite();
    expect([store.kept.sitesOff, model.draft.value]).toEqual([['crm.example.com'], '']);
    model.typeSite('crm.example.com');
    await model.addSite();
    expect(model.draftError.value).toBe('already-there');
  });

  it('give a removed site or exception back for a while', async () => {
    const exception = { site: 'a.example', text: '123' };
    const { store, clock, model } = await start({ sitesOff: ['a.example'], exceptions: [exception] });
    await model.removeSite('a.example');
    expect([store.kept.sitesOff, model.removed.value]).toEqual([[], { kind: 'site', site: 'a.example' }]);
    await model.undoRemove();
    expect([store.kept.sitesOff, model.removed.value]).toEqual([['a.example'], null]);
    await model.removeException(exception);
    await model.undoRemove();
    expect(store.kept.exceptions).toEqual([exception]);
    await model.removeException(exception);
    clock.advance(8000);
    expect(model.removed.value).toBeNull();
    await model.undoRemove();
    expect(store.kept.exceptions).toEqual([]);
  });

  it('import a file, say how many were added, and lose nothing to a bad one', async () => {
    const { store, model } = await start({ sitesOff: ['here.example'] });
    await model.importSites(siteListOf({ sitesOff: ['here.example', 'there.example'], exceptions: [{ site: 'b.example', text: '1' }] }));
    expect(model.imported.value).toEqual({ ok: true, sites: 1, exceptions: 1 });
    const before = store.kept;
    await model.importSites('{');
    expect(model.imported.value).toEqual({ ok: false, error: 'not-a-site-list' });
    expect(store.kept).toEqual(before);
    expect(model.exportSites()).toBe(siteListOf(before));
  });
});

describe('the switch for the page in front', () => {
  const open = async (kept: Partial<PageNumbers>, address: string | null) => {
    const store = new MemoryPageNumbers(kept);
    const model = createSiteSwitch(store, Promise.resolve(address));
    await Promise.resolve();
    return { store, model };
  };

  it('switches its site off and on again', async () => {
    const { store, model } = await open({}, 'https://crm.example.com/customers?id=7');
    expect([model.site.value, model.on.value]).toEqual(['crm.example.com', true]);
    await model.toggle();
    expect([store.kept.sitesOff, model.on.value]).toEqual([['crm.example.com'], false]);
    await model.toggle();
    expect([store.kept.sitesOff, model.on.value]).toEqual([[], true]);
  });

  it('switched on, takes away every pattern that kept it off, and no other', async () => {
    const { store, model } = await open({ sitesOff: ['example.com', 'crm.example.com/customers', 'other.example'] }, 'https://crm.example.com/customers');
    expect(model.on.value).toBe(false);
    await model.toggle();
    expect([store.kept.sitesOff, model.on.value]).toEqual([['other.example'], true]);
  });

  it.each([
    ['where there is no page', DEFAULT_PAGE_NUMBERS, null],
    ['on a page of the browser', DEFAULT_PAGE_NUMBERS, 'about:blank'],
    ['while numbers are off everywhere', { on: false }, 'https://example.com/'],
  ])('is not there %s', async (_, kept, address) => {
    expect((await open(kept, address)).model.site.value).toBeNull();
  });
});
