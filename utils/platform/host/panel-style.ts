import { PANEL_MARGIN, type PanelSpot } from '@/utils/contract/panel-spot';

export interface PanelBox {
  readonly spot: PanelSpot;
  /** CSS pixels, of the frame's content. */
  readonly width: number;
  readonly height: number;
}

const AROUND = 2 * PANEL_MARGIN;

/**
 * Rules marked important inside a shadow root win over whatever the page says of the host, its style attribute
 * included: the page can take the panel away, but not hide it, move it under a pointer or see through it. Where it
 * stands and how large it is are rules too, so that the script in the page need know nothing of either.
 */
export function panelStyle({ spot, width, height }: PanelBox): string {
  const wide = `min(${width}px, 100vw - ${AROUND}px)`;
  const high = `min(${Math.ceil(height)}px, 100vh - ${AROUND}px)`;
  const at = (share: number, whole: string, size: string) => `calc(${PANEL_MARGIN}px + (${whole} - ${AROUND}px - ${size}) * ${share})`;
  return `:host {
  all: initial !important; display: block !important; position: fixed !important;
  inset: ${at(spot.y, '100vh', high)} auto auto ${at(spot.x, '100vw', wide)} !important; width: ${wide} !important;
  height: auto !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
  z-index: 2147483647 !important; background: transparent !important; color-scheme: light dark !important;
}
iframe { display: block; width: 100%; height: ${high}; border: 0; border-radius: 14px; background: transparent;
  box-shadow: 0 12px 32px rgb(0 0 0 / 0.22); }`;
}
