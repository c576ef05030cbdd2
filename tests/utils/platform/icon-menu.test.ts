import { expect, it } from 'vitest';
import { createIconMenu } from '@/utils/platform/shell/icon-menu';
import { meaningOf, type IconPlace, type MenuItem } from '@/utils/platform/shell/number-menu';

function iconMenu(place: IconPlace) {
  const items: MenuItem[] = [];
  const opened: (number | undefined)[] = [];
  const menu = createIconMenu({ menus: { create: (item) => void items.push(item) }, place, title: 'Öppna bredvid sidan', openBeside: (windowId) => void opened.push(windowId) });
  menu.install();
  return { menu, items, opened };
}

it.each(['action', 'browser_action'] as const)('the menu of the toolbar icon (%s) opens the side panel of its window, in the turn of the press', (place) => {
  const { menu, items, opened } = iconMenu(place);
  expect(items).toEqual([{ id: 'icon-side-panel', contexts: [place], title: 'Öppna bredvid sidan', visible: true }]);
  const [item] = items;
  menu.press({ menuItemId: item?.id ?? '' }, 7);
  expect(opened).toEqual([7]);
  expect(meaningOf(item?.id ?? ''), 'it is none about a number').toBeNull();
  for (const menuItemId of ['selection-call', 'of another feature', 0]) menu.press({ menuItemId }, 7);
  expect(opened).toHaveLength(1);
});
