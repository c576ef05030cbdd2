import { sameFrame, type FrameKey } from './caller';
import type { PanelPlacement } from './shell-messages';
import type { PortLike } from './state-port';

interface Place {
  readonly tabId: number;
  readonly ticket: string;
  frame: FrameKey | null;
  anchor: PortLike | null;
}

export interface PanelTickets {
  /** The panel is to be in `tabId` and nowhere else. Every other tab loses its right at once. */
  place(tabId: number | null): PanelPlacement;
  /** A ticket opens once, and only from the tab it was made for. */
  redeem(ticket: string, frame: FrameKey): boolean;
  redeemed(frame: FrameKey): boolean;
  /** The content script that holds the panel's frame; its going away frees the place. */
  anchor(tabId: number, port: PortLike): void;
  resize(height: number): void;
}

/**
 * Which frame may act as the call panel. A page can frame panel.html too, but it cannot read the ticket that our
 * content script hands to the frame in its closed shadow root.
 */
export function createPanelTickets(randomId: () => string): PanelTickets {
  let place: Place | null = null;
  const frameOf = () => place?.frame ?? null;
  return {
    place(tabId) {
      const before: Place | null = place;
      if (before !== null && before.tabId === tabId && before.anchor !== null) return { ticket: null, leave: [] };
      const leave = before !== null && before.tabId !== tabId ? [before.tabId] : [];
      place = tabId === null ? null : { tabId, ticket: randomId(), frame: null, anchor: null };
      if (before !== null && leave.length > 0) before.anchor?.disconnect();
      return { ticket: place?.ticket ?? null, leave };
    },
    redeem(ticket, frame) {
      if (place === null || place.frame !== null || place.ticket !== ticket || place.tabId !== frame.tabId) return false;
      place.frame = frame;
      return true;
    },
    redeemed(frame) {
      const holder = frameOf();
      return holder !== null && sameFrame(holder, frame);
    },
    anchor(tabId, port) {
      const mine = place;
      if (mine === null || mine.tabId !== tabId || mine.anchor !== null) {
        port.disconnect();
        return;
      }
      mine.anchor = port;
      port.onDisconnect.addListener(() => {
        if (place === mine) place = null;
      });
    },
    resize(height) {
      place?.anchor?.postMessage({ kind: 'height', height });
    },
  };
}
