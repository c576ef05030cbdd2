import type { Clock } from '@/utils/contract/clock';
import { panelStyle } from '@/utils/platform/host/panel-style';
import type { PanelSpots } from '@/utils/storage/panel-spots';
import type { Caller, FrameKey } from './caller';
import { PANEL_ANCHOR_PORT } from './panel-anchor';
import { createPanelShape } from './panel-shape';
import { createPanelTickets } from './panel-tickets';
import type { Receiver } from './receiver';
import type { PanelPlacement } from './shell-messages';
import { STATE_PORT, type PortLike, type WholeState } from './state-port';

/** A frame that has not asked to be let in for so long cannot load: a page may forbid frames from elsewhere. Milliseconds. */
export const LOAD_MS = 2500;
/** A page that goes away is followed by one that asks for the panel itself. Milliseconds. */
export const LOST_MS = 1000;
/** A page that has taken the panel out so often does not want it. */
const MOST_LOSSES = 3;

/** Pages of ours that show the calls: beside one of them no small window is needed. */
const SHOWS_CALLS = ['/popup.html', '/sidepanel.html'];

export interface PanelHostOptions {
  readonly receiver: Receiver;
  readonly clock: Pick<Clock, 'after'>;
  readonly spots: PanelSpots;
  readonly randomId: () => string;
  /** What the panel shows as soon as it is let in. */
  readonly state: () => WholeState;
  /** There is something to show. */
  readonly wanted: () => boolean;
  /** Has the shell place the panel anew. */
  readonly again: () => void;
}

export interface PanelHost {
  /** `fresh`: the tab has a page that has just come to life, so what is known of the one before is forgotten. */
  place(tabId: number | null, fresh: boolean): PanelPlacement;
  /** This frame is the panel. */
  redeemed(frame: FrameKey): boolean;
  /** A page of ours that shows the calls is open. */
  beside(): boolean;
  /** A port that has to do with the panel, or with what stands in for it. */
  opened(port: PortLike, caller: Caller): void;
}

/** The host's part of the panel: which frame is it, where it stands, and that it is really there. */
export function createPanelHost({ receiver, clock, spots, randomId, state, wanted, again }: PanelHostOptions): PanelHost {
  const shape = createPanelShape(spots);
  const losses = new Map<number, number>();
  const inFront = new Set<PortLike>();
  const soon = () =>
    clock.after(LOST_MS, () => {
      if (wanted()) again();
    });
  const tickets = createPanelTickets({
    randomId,
    onLost(tabId) {
      losses.set(tabId, (losses.get(tabId) ?? 0) + 1);
      soon();
    },
  });
  const draw = () => tickets.dress(panelStyle(shape.box()));
  const done = { ok: true } as const;

  receiver.on('panel.place', async ({ tabId, fresh }) => ({ ok: true, ...place(tabId, fresh) }));
  receiver.on('panel.redeem', async ({ ticket }, caller) =>
    caller.kind === 'panel' && tickets.redeem(ticket, caller.frame) ? { ok: true, ...shape.look(), whole: state() } : { ok: false, error: 'not-allowed' },
  );
  receiver.on('panel.resize', async (size) => {
    shape.resize(size);
    draw();
    return done;
  });
  receiver.on('panel.move', async ({ spot, keep }) => {
    shape.move(spot, keep);
    draw();
    return done;
  });
  receiver.on('panel.minimise', async ({ minimised }) => {
    shape.minimise(minimised);
    return done;
  });

  function place(tabId: number | null, fresh: boolean): PanelPlacement {
    if (!wanted()) {
      losses.clear();
      shape.minimise(false);
    }
    if (tabId !== null && fresh) losses.delete(tabId);
    const drawable = tabId === null || (losses.get(tabId) ?? 0) < MOST_LOSSES;
    const placed = tickets.place(drawable ? tabId : null);
    const { ticket } = placed;
    if (tabId !== null && ticket !== null) clock.after(LOAD_MS, () => giveUp(tabId, ticket));
    return { ...placed, drawable, inFront: inFront.size > 0 };
  }
  function giveUp(tabId: number, ticket: string): void {
    if (tickets.entered(ticket) !== false) return;
    losses.set(tabId, MOST_LOSSES);
    if (wanted()) again();
  }
  return {
    place,
    redeemed: tickets.redeemed,
    beside: () => inFront.size > 0,
    opened(port, caller) {
      if (port.name === PANEL_ANCHOR_PORT && caller.kind === 'page' && caller.top) {
        if (!tickets.anchor(caller.tabId, port)) return;
        shape.openOn(caller.site.top);
        draw();
      } else if (port.name === STATE_PORT && caller.kind === 'panel') port.onDisconnect.addListener(() => tickets.frameGone(caller.frame));
      else if (port.name === STATE_PORT && SHOWS_CALLS.some((path) => port.sender?.url?.includes(path))) {
        inFront.add(port);
        port.onDisconnect.addListener(() => {
          inFront.delete(port);
          soon();
        });
      }
    },
  };
}
