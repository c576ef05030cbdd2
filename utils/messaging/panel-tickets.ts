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
  place(tabId: number | null): Pick<PanelPlacement, 'ticket' | 'leave'>;
  /** A ticket opens once, and only from the tab it was made for. */
  redeem(ticket: string, frame: FrameKey): boolean;
  redeemed(frame: FrameKey): boolean;
  /** The content script that holds the panel's frame; its going away frees the place. False: not here. */
  anchor(tabId: number, port: PortLike): boolean;
  /** Tells the content script how the panel's frame is to look. */
  dress(style: string): void;
  /** The frame has been taken out of its page. */
  frameGone(frame: FrameKey): void;
  /** Whether a frame was let in since that ticket was made; null when the panel has moved on. */
  entered(ticket: string): boolean | null;
}

export interface PanelTicketOptions {
  readonly randomId: () => string;
  /** The panel is no longer there, though nobody here has said so: the page went away, or took it out. */
  readonly onLost: (tabId: number) => void;
}

/**
 * Which frame may act as the call panel. A page can frame panel.html too, but it cannot read the ticket that our
 * content script hands to the frame in its closed shadow root.
 */
export function createPanelTickets({ randomId, onLost }: PanelTicketOptions): PanelTickets {
  let place: Place | null = null;
  const now = () => place;
  const lose = (lost: Place) => {
    place = null;
    lost.anchor?.disconnect();
    onLost(lost.tabId);
  };
  return {
    place(tabId) {
      const before = now();
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
      const holder = now()?.frame ?? null;
      return holder !== null && sameFrame(holder, frame);
    },
    anchor(tabId, port) {
      const mine = now();
      if (mine === null || mine.tabId !== tabId || mine.anchor !== null) {
        port.disconnect();
        return false;
      }
      mine.anchor = port;
      port.onDisconnect.addListener(() => {
        if (place === mine) lose(mine);
      });
      return true;
    },
    dress(style) {
      now()?.anchor?.postMessage(style);
    },
    frameGone(frame) {
      const mine = now();
      if (mine?.frame && sameFrame(mine.frame, frame)) lose(mine);
    },
    entered(ticket) {
      const mine = now();
      return mine?.ticket === ticket ? mine.frame !== null : null;
    },
  };
}
