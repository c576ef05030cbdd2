import * as v from 'valibot';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Where the panel stands: shares of the width and height that are free beside it, so that it is never outside a page of another size. */
export const panelSpotSchema = v.object({ x: share, y: share });
export type PanelSpot = v.InferOutput<typeof panelSpotSchema>;

/** Where nothing else was chosen: at the top right. */
export const FIRST_SPOT: PanelSpot = Object.freeze<PanelSpot>({ x: 1, y: 0 });

/** From the edges of the page, CSS pixels. */
export const PANEL_MARGIN = 16;
export const PANEL_WIDTH = 348;

/** What a panel that has just been let in is to look like. */
export interface PanelLook {
  readonly spot: PanelSpot;
  readonly minimised: boolean;
}
