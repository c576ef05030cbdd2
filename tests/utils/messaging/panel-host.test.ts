import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import { LOAD_MS, LOST_MS, createPanelHost, type PanelHost } from '@/utils/messaging/panel-host';
import { createReceiver } from '@/utils/messaging/receiver';
import type { PanelSpots } from '@/utils/storage/panel-spots';
import { FakeClock } from '@/tests/support/fake-clock';
import { FakeLogger } from '@/tests/support/fake-logger';
import { FakeBus } from '@/tests/support/fake-messenger';
import { FakePortServer } from '@/tests/support/fake-port';
import { callerOf } from '@/utils/messaging/caller';
import { OWN, pageSender, panelSender, popupSender, workerSender } from '@/tests/support/senders';

let bus: FakeBus;
let ports: FakePortServer;
let clock: FakeClock;
let again: number;
let wanted: boolean;
let kept: Map<string, { x: number; y: number }>;
let host: PanelHost;
const WHOLE = { kind: 'whole', revision: 3, state: EMPTY_PHONE_STATE } as const;

beforeEach(() => {
  bus = new FakeBus();
  ports = new FakePortServer();
  clock = new FakeClock();
  again = 0;
  wanted = true;
  kept = new Map();
  const spots: PanelSpots = { read: (site) => kept.get(site) ?? null, keep: (site, spot) => void kept.set(site, spot) };
  const receiver = createReceiver({ messenger: bus.context(workerSender), own: OWN, redeemed: (frame) => host.redeemed(frame), log: new FakeLogger() });
  let made = 0;
  host = createPanelHost({ receiver, clock, spots, randomId: () => `t${(made += 1)}`, state: () => WHOLE, wanted: () => wanted, again: () => (again += 1) });
  ports.addListener((port) => host.opened(port, callerOf(port.sender ?? {}, OWN)));
});

const turns = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};
/** A page of `tabId` shows the panel; what its frame is to look like, and how it goes away. */
async function shown(tabId: number, fresh = false) {
  const { ticket } = host.place(tabId, fresh);
  const styles: unknown[] = [];
  const anchor = ports.connect('panel-anchor', pageSender(tabId));
  anchor.onMessage.addListener((style) => styles.push(style));
  const frame = bus.context(panelSender(tabId));
  const answer = await frame.send('panel.redeem', { ticket: ticket ?? '' });
  const state = ports.connect('phone-state', panelSender(tabId));
  await turns();
  return { frame, answer, styles, anchor, state };
}

describe('where the panel stands', () => {
  it('is kept for its site, and is where it comes up there the next time', async () => {
    const first = await shown(1);
    expect(first.styles).toEqual([expect.stringContaining('position: fixed !important')]);
    await first.frame.send('panel.move', { spot: { x: 0.5, y: 1 }, keep: false });
    expect(kept.size).toBe(0);
    await first.frame.send('panel.move', { spot: { x: 0.25, y: 1 }, keep: true });
    expect([...kept.values()]).toEqual([{ x: 0.25, y: 1 }]);
    expect(first.styles.at(-1)).toContain('* 0.25)');
    first.anchor.disconnect();
    await turns();
    expect((await shown(2)).answer).toEqual({ ok: true, spot: { x: 0.25, y: 1 }, minimised: false, whole: WHOLE });
  });

  it('is not a page’s to say, nor outside it', async () => {
    const { frame } = await shown(1);
    const move = { spot: { x: 0.5, y: 0.5 }, keep: true };
    expect(await bus.context(pageSender(1)).send('panel.move', move)).toEqual({ ok: false, error: 'not-allowed' });
    expect(await bus.context(panelSender(1, 99)).send('panel.minimise', { minimised: true })).toEqual({ ok: false, error: 'not-allowed' });
    expect(await frame.send('panel.move', { ...move, spot: { x: 1.2, y: 0 } })).toEqual({ ok: false, error: 'invalid-input' });
    expect(kept.size).toBe(0);
  });

  it('minimised stays so on the next page, until the calls are over', async () => {
    await (await shown(1)).frame.send('panel.minimise', { minimised: true });
    expect((await shown(2)).answer).toMatchObject({ minimised: true });
    wanted = false;
    host.place(null, false);
    expect((await shown(3)).answer).toMatchObject({ minimised: false });
  });
});

describe('a panel that is not there', () => {
  it('because its page went away or took it out is placed anew', async () => {
    (await shown(1)).anchor.disconnect();
    await turns();
    expect(again).toBe(0);
    await clock.step(LOST_MS);
    (await shown(1, true)).state.disconnect();
    await turns();
    await clock.step(LOST_MS);
    expect(again).toBe(2);
  });

  it('because a page takes it out again and again is given up there, until a new page comes', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(host.place(1, false).drawable).toBe(true);
      (await shown(1)).state.disconnect();
      await turns();
    }
    expect(host.place(1, false)).toMatchObject({ ticket: null, drawable: false });
    expect(host.place(2, false).drawable).toBe(true);
    expect(host.place(1, true).drawable).toBe(true);
  });

  it('because its frame cannot load is given up after a while', async () => {
    host.place(1, false);
    await clock.step(LOAD_MS - 1);
    expect(again).toBe(0);
    await clock.step(1);
    expect(again).toBe(1);
    expect(host.place(1, false)).toMatchObject({ drawable: false, leave: [1] });
  });

  it('is not missed once there is no call', async () => {
    host.place(1, false);
    wanted = false;
    await clock.step(LOAD_MS);
    expect(again).toBe(0);
  });
});

it('tells of a page of ours that shows the calls, while it is there', async () => {
  const popup = ports.connect('phone-state', popupSender);
  expect(host.place(null, false).inFront).toBe(true);
  popup.disconnect();
  await turns();
  expect(host.place(null, false).inFront).toBe(false);
});
