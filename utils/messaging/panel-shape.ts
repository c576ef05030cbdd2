import { FIRST_SPOT, PANEL_WIDTH, type PanelLook, type PanelSpot } from '@/utils/contract/panel-spot';
import type { PanelBox } from '@/utils/platform/host/panel-style';
import type { PanelSpots } from '@/utils/storage/panel-spots';

/** Until the panel has told its own height. CSS pixels. */
const FIRST_HEIGHT = 148;

export interface PanelShape {
  /** The panel is shown on another page; `site`: as the browser stamped it, null where it does not tell. */
  openOn(site: string | null): void;
  resize(size: { readonly width: number; readonly height: number }): void;
  /** `keep`: for the next time on this site. */
  move(spot: PanelSpot, keep: boolean): void;
  minimise(minimised: boolean): void;
  look(): PanelLook;
  box(): PanelBox;
}

/** Where the one panel stands and how large it is: per site where it was moved, minimised until the calls are over. */
export function createPanelShape(spots: PanelSpots): PanelShape {
  let site: string | null = null;
  let spot = FIRST_SPOT;
  let size = { width: PANEL_WIDTH, height: FIRST_HEIGHT };
  let minimised = false;
  return {
    openOn(next) {
      site = next;
      spot = (site === null ? null : spots.read(site)) ?? FIRST_SPOT;
      size = { width: PANEL_WIDTH, height: FIRST_HEIGHT };
    },
    resize({ width, height }) {
      size = { width, height };
    },
    move(next, keep) {
      spot = next;
      if (keep && site !== null) spots.keep(site, next);
    },
    minimise(next) {
      minimised = next;
    },
    look: () => ({ spot, minimised }),
    box: () => ({ spot, ...size }),
  };
}
