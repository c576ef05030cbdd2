import type { IconPlace, MenuItem, MenusApi } from './number-menu';
import type { MenuClick } from './press-menu-item';

const SIDE_PANEL = 'icon-side-panel';

export function iconMenuItem(place: IconPlace, title: string): MenuItem {
  return { id: SIDE_PANEL, contexts: [place], title, visible: true };
}

export interface IconMenuParts {
  readonly menus: Pick<MenusApi, 'create'>;
  readonly place: IconPlace;
  readonly title: string;
  /** Both browsers take it in the turn of the press only. `windowId`: where it was pressed. */
  readonly openBeside: (windowId: number | undefined) => void;
}

export interface IconMenu {
  /** Registers the items; in the first turn, as events are. */
  install(): void;
  press(click: Pick<MenuClick, 'menuItemId'>, windowId: number | undefined): void;
}

/** What a right press on the toolbar icon offers beside the browser's own. */
export function createIconMenu({ menus, place, title, openBeside }: IconMenuParts): IconMenu {
  return {
    install: () => menus.create(iconMenuItem(place, title)),
    press({ menuItemId }, windowId) {
      if (menuItemId === SIDE_PANEL) openBeside(windowId);
    },
  };
}
