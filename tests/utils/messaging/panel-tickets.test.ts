import { beforeEach, describe, expect, it } from 'vitest';
import { createPanelTickets, type PanelTickets } from '@/utils/messaging/panel-tickets';
import type { PortLike } from '@/utils/messaging/state-port';
import { FakePortServer } from '@/tests/support/fake-port';

const frame = (tabId: number, frameId = 7) => ({ tabId, frameId, documentId: 'd' });

let tickets: PanelTickets;
let lost: number[];
beforeEach(() => {
  let made = 0;
  lost = [];
  tickets = createPanelTickets({ randomId: () => `ticket-${(made += 1)}`, onLost: (tabId) => lost.push(tabId) });
});

/** The content script's end of an anchor in `tabId`. */
function anchorIn(tabId: number): PortLike {
  const server = new FakePortServer();
  server.addListener((port) => tickets.anchor(tabId, port));
  return server.connect('panel-anchor', {});
}
const place = (tabId: number) => tickets.place(tabId).ticket ?? '';

describe('the ticket', () => {
  it('opens once, from the tab it was made for', () => {
    const ticket = place(1);
    expect(tickets.redeem(ticket, frame(2))).toBe(false);
    expect(tickets.redeem('ticket-0', frame(1))).toBe(false);
    expect(tickets.redeem(ticket, frame(1))).toBe(true);
    expect(tickets.redeem(ticket, frame(1, 9))).toBe(false);
    expect(tickets.redeemed(frame(1))).toBe(true);
    expect(tickets.redeemed(frame(1, 9))).toBe(false);
  });

  it('is void once the panel belongs elsewhere', () => {
    const old = place(1);
    tickets.redeem(old, frame(1));
    const next = tickets.place(2);
    expect(next.leave).toEqual([1]);
    expect(tickets.redeemed(frame(1))).toBe(false);
    expect(tickets.redeem(old, frame(1))).toBe(false);
  });

  it('is not made anew while the panel stands in that tab', () => {
    place(1);
    anchorIn(1);
    expect(tickets.place(1)).toEqual({ ticket: null, leave: [] });
  });

  it('is made anew after the page that held the panel went away', async () => {
    tickets.redeem(place(1), frame(1));
    anchorIn(1).disconnect();
    await Promise.resolve();
    expect(tickets.redeemed(frame(1))).toBe(false);
    expect(tickets.place(1).ticket).not.toBeNull();
  });
});

describe('the anchor', () => {
  it('is cut in a tab the panel does not belong in, and in the one it leaves', async () => {
    const gone: number[] = [];
    const watch = (tabId: number) => anchorIn(tabId).onDisconnect.addListener(() => gone.push(tabId));
    place(1);
    watch(5);
    watch(1);
    await Promise.resolve();
    expect(gone).toEqual([5]);
    tickets.place(null);
    await Promise.resolve();
    expect(gone).toEqual([5, 1]);
  });

  it('carries how the frame looks', async () => {
    place(1);
    const heard: unknown[] = [];
    anchorIn(1).onMessage.addListener((message) => heard.push(message));
    tickets.dress(':host{}');
    await Promise.resolve();
    expect(heard).toEqual([':host{}']);
  });

  it('that ends by itself, and a frame that is taken out, are told; what was said here is not', async () => {
    place(1);
    anchorIn(1).disconnect();
    await Promise.resolve();
    tickets.redeem(place(2), frame(2));
    tickets.frameGone(frame(2, 9));
    tickets.frameGone(frame(2));
    place(3);
    anchorIn(3);
    tickets.place(null);
    await Promise.resolve();
    expect(lost).toEqual([1, 2]);
  });
});
