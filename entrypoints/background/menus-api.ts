import { browser } from '#imports';
import type { MenuItem, MenusApi } from '@/utils/platform/shell/number-menu';
import type { MenuClick } from '@/utils/platform/shell/press-menu-item';

/** `menus` of Firefox, typed as far as it is more than `contextMenus`. */
interface FirefoxMenus {
  create(item: MenuItem, created: () => void): unknown;
  update(id: string, change: Pick<MenuItem, 'title' | 'visible'>): Promise<unknown>;
  refresh(): Promise<void>;
  readonly onClicked: { addListener(listener: (click: MenuClick, tab?: ClickedTab) => void): void };
}

interface ClickedTab {
  readonly id?: number | undefined;
  readonly windowId?: number;
}

const firefox = () => (browser as unknown as { readonly menus: FirefoxMenus }).menus;

export function menusApi(): MenusApi {
  if (import.meta.env.FIREFOX) {
    const menus = firefox();
    return { create: (item) => menus.create(item, ignore), update: (id, change) => menus.update(id, change), refresh: () => menus.refresh() };
  }
  return {
    create: (item) => void browser.contextMenus.create(item, ignore),
    update: (id, change) => browser.contextMenus.update(id, change),
  };
}

export function onMenuClicked(listener: (click: MenuClick, tab: ClickedTab | undefined) => void): void {
  if (import.meta.env.FIREFOX) firefox().onClicked.addListener((click, tab) => listener(click, tab));
  else browser.contextMenus.onClicked.addListener((click, tab) => listener(click, tab));
}

/** Reading the error says that it is known: the item of an earlier worker is still there. */
function ignore(): void {
  void browser.runtime.lastError;
}
