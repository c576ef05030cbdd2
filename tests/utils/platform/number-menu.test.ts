import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandError, ResultOf } from '@/utils/contract/commands';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import { readNumber } from '@/utils/domain/phone-number/read-number';
import { createNumberMenu, menuItems, type MenuItem, type MenusApi, type NumberMenu } from '@/utils/platform/shell/number-menu';
import { pressMenuItem, type MenuClick } from '@/utils/platform/shell/press-menu-item';

const words = { title: (action: string, number: string) => `${action} ${number}` };
const finder = finderFor({ region: 'SE', level: 'eager' });
const read = async (text: string) => readNumber(text, { region: 'SE', addresses: false, find: (one) => finder.find(one) });

class FakeMenus implements MenusApi {
  readonly items = new Map<string, MenuItem>();
  refreshed = 0;
  create(item: MenuItem): void {
    if (!this.items.has(item.id)) this.items.set(item.id, item);
  }
  async update(id: string, change: Pick<MenuItem, 'title' | 'visible'>): Promise<void> {
    const item = this.items.get(id);
    if (item === undefined) throw new Error(`no item ${id}`);
    this.items.set(id, { ...item, ...change });
  }
  async refresh(): Promise<void> {
    this.refreshed += 1;
  }
  shown = () => [...this.items.values()].filter(({ visible }) => visible).map(({ id, title }) => `${id}: ${title}`);
}

describe('the context menu', () => {
  let menus: FakeMenus;
  let menu: NumberMenu;
  beforeEach(() => {
    menus = new FakeMenus();
    menu = createNumberMenu({ menus, words, readNumber: read });
    menu.install();
  });

  it('offers nothing at first, and nothing for a text without a number', async () => {
    expect(menus.shown()).toEqual([]);
    await menu.show({ selection: '2026-03-04', link: null });
    expect(menus.shown()).toEqual([]);
  });

  it('names the number in the selection, as the user writes it', async () => {
    await menu.show({ selection: 'Tel: 0701740607 (vx)', link: null });
    expect(menus.shown()).toEqual(['selection-call: call 070-174 06 07', 'selection-sms: sms 070-174 06 07', 'selection-add: add 070-174 06 07']);
    expect(menus.refreshed).toBeGreaterThan(0);
  });

  it('is of the link where both are there, and goes when they do', async () => {
    await menu.show({ selection: '070-174 06 07', link: 'tel:+46846500410' });
    expect(menus.shown()).toEqual(['link-call: call 08-465 004 10', 'link-sms: sms 08-465 004 10', 'link-add: add 08-465 004 10']);
    await menu.hide();
    expect(menus.shown()).toEqual([]);
  });

  it('keeps what an earlier worker has made', async () => {
    await menu.show({ selection: '070-174 06 07', link: null });
    createNumberMenu({ menus, words, readNumber: read }).install();
    expect(menus.shown()).toHaveLength(3);
  });

  it('shows the newest report when an older one takes longer to be read', async () => {
    let answer: (number: { dial: string; shown: string } | null) => void = () => undefined;
    const slow = createNumberMenu({ menus, words, readNumber: (text) => (text === 'slow' ? new Promise((done) => (answer = done)) : read(text)) });
    const first = slow.show({ selection: 'slow', link: null });
    await slow.hide();
    answer({ dial: '1', shown: '1' });
    await first;
    expect(menus.shown()).toEqual([]);
  });

  it('has nothing in a title that the browser would take for its own marks', () => {
    const [item] = menuItems({ selection: { dial: 'a&b%s@x.se', shown: 'a&b%s@x.se' }, link: null }, words);
    expect(item?.title).toBe('call a&&b%%s@x.se');
  });
});

describe('a press in the menu', () => {
  let done: string[];
  let result: ResultOf<'phone.dial'>;
  const press = (click: MenuClick) =>
    pressMenuItem(click, {
      readNumber: read,
      dial: async (target) => {
        done.push(`dial ${target}`);
        return result;
      },
      message: async (number) => done.push(`message ${number}`),
      addContact: async (number) => done.push(`add ${number}`),
      notice: async (error: CommandError) => void done.push(`notice ${error}`),
    });
  beforeEach(() => {
    done = [];
    result = { ok: true, callId: 'c1' };
  });

  it.each<[MenuClick, string[]]>([
    [{ menuItemId: 'selection-call', selectionText: 'ring 070-174 06 07!' }, ['dial +46701740607']],
    [{ menuItemId: 'selection-call', selectionText: '08-465 004 10 ankn. 12' }, ['dial +46846500410;ext=12']],
    [{ menuItemId: 'selection-call', selectionText: '212' }, ['dial 212']],
    [{ menuItemId: 'link-call', linkUrl: 'callto:070-1740607', selectionText: '08-465 004 10' }, ['dial +46701740607']],
    [{ menuItemId: 'link-sms', linkUrl: 'sms:+46701740607?body=Hej' }, ['message +46701740607']],
    [{ menuItemId: 'selection-add', selectionText: '070-174 06 07' }, ['add +46701740607']],
    [{ menuItemId: 'selection-call', selectionText: 'no number' }, ['notice not-a-number']],
    [{ menuItemId: 'link-call' }, ['notice not-a-number']],
    [{ menuItemId: 'of another feature', selectionText: '070-174 06 07' }, []],
  ])('%j', async (click, expected) => {
    await press(click);
    expect(done).toEqual(expected);
  });

  it('says why no call was made', async () => {
    result = { ok: false, error: 'too-many-calls' };
    await press({ menuItemId: 'selection-call', selectionText: '070-174 06 07' });
    expect(done).toEqual(['dial +46701740607', 'notice too-many-calls']);
  });
});
