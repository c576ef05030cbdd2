import type { ReadNumber } from '@/utils/domain/phone-number/read-number';

export const MENU_ACTIONS = ['call', 'sms', 'add'] as const;
export type MenuAction = (typeof MENU_ACTIONS)[number];
/** What the pointer or the selection is on. */
export type MenuPlace = 'selection' | 'link';
/** The toolbar icon, as the manifest's version names it. */
export type IconPlace = 'action' | 'browser_action';
const PLACES: readonly MenuPlace[] = ['selection', 'link'];

/** What a page said its context menu would be about. */
export interface UnderMenu {
  readonly selection: string | null;
  readonly link: string | null;
}

export interface MenuItem {
  readonly id: string;
  readonly contexts: [MenuPlace | IconPlace];
  readonly title: string;
  readonly visible: boolean;
}

/** `browser.contextMenus`, or `browser.menus` in Firefox. */
export interface MenusApi {
  /** Does nothing where the item is there already: Chrome keeps items for the next worker. */
  create(item: MenuItem): void;
  update(id: string, change: Pick<MenuItem, 'title' | 'visible'>): Promise<unknown>;
  /** Firefox: draws a menu anew that is open. */
  refresh?(): Promise<void>;
}

export interface MenuWords {
  readonly title: (action: MenuAction, number: string) => string;
}

export interface NumberMenu {
  /** Registers the items; in the first turn, as events are. */
  install(): void;
  show(under: UnderMenu): Promise<void>;
  hide(): Promise<void>;
}

const itemId = (place: MenuPlace, action: MenuAction) => `${place}-${action}`;

/** What an item stands for; null for one that is not ours. */
export function meaningOf(id: string | number): { place: MenuPlace; action: MenuAction } | null {
  for (const place of PLACES) for (const action of MENU_ACTIONS) if (id === itemId(place, action)) return { place, action };
  return null;
}

/**
 * The browser draws its menu before a page could be asked what is under the pointer, so the items always stand ready:
 * titled with the number that a page reported, hidden while there is none.
 */
export function menuItems(numbers: Readonly<Record<MenuPlace, ReadNumber | null>>, words: MenuWords): MenuItem[] {
  return PLACES.flatMap((place) =>
    MENU_ACTIONS.map((action) => {
      const number = numbers[place];
      // `&` marks a keyboard shortcut in a title, `%s` the selection.
      const title = words.title(action, number?.shown ?? '').replaceAll('&', '&&').replaceAll('%', '%%');
      // On a link inside a selection once is enough, and the link is what is pointed at.
      const visible = number !== null && (place === 'link' || numbers.link === null);
      return { id: itemId(place, action), contexts: [place], title, visible };
    }),
  );
}

interface NumberMenuParts {
  readonly menus: MenusApi;
  readonly words: MenuWords;
  readonly readNumber: (text: string) => Promise<ReadNumber | null>;
}

export function createNumberMenu({ menus, words, readNumber }: NumberMenuParts): NumberMenu {
  let newest = 0;
  const draw = async (numbers: Readonly<Record<MenuPlace, ReadNumber | null>>) => {
    await Promise.all(menuItems(numbers, words).map(({ id, title, visible }) => menus.update(id, { title, visible })));
    await menus.refresh?.();
  };
  return {
    install() {
      for (const item of menuItems({ selection: null, link: null }, words)) menus.create(item);
    },
    async show(under) {
      newest += 1;
      const mine = newest;
      const read = (text: string | null) => (text === null ? null : readNumber(text));
      const [selection, link] = await Promise.all([read(under.selection), read(under.link)]);
      if (mine === newest) await draw({ selection, link });
    },
    async hide() {
      newest += 1;
      await draw({ selection: null, link: null });
    },
  };
}
