import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { FakeLogger } from '@/tests/support/fake-logger';
import { SimulatedHeadset, SimulatedHid } from '@/tests/support/simulated-headset';
import { LIGHTS_OFF } from '@/utils/domain/headset/headset-report';
import type { HeadsetEvent } from '@/utils/core/headset-port';
import { createHeadsetPage } from '@/utils/platform/headset/ask-headset';
import { headsetId } from '@/utils/platform/headset/web-hid';
import { WebHidHeadset } from '@/utils/platform/headset/web-hid-headset';

const POLY = { name: 'Poly Voyager', vendorId: 0x047f, productId: 0xc056 };
const RING = { ...LIGHTS_OFF, ring: true };

function hostOf(...devices: SimulatedHeadset[]) {
  const hid = new SimulatedHid(...devices);
  const log = new FakeLogger();
  const port = new WebHidHeadset({ hid: () => hid, log });
  const events: HeadsetEvent[] = [];
  port.subscribe((event) => events.push(event));
  const use = async (device: SimulatedHeadset | null) => {
    port.use(device && headsetId(device));
    await settle();
  };
  /** What it told since this was asked last. */
  const heard = () => events.splice(0).map((event) => (event.kind === 'input' ? event.input.control : event.kind));
  return { hid, port, use, heard, log };
}

describe('the phone host', () => {
  it('opens the wanted headset once, hears it, shows it lights, and closes it dark', async () => {
    const [one, other] = [new SimulatedHeadset(), new SimulatedHeadset(POLY)];
    const { port, use, heard } = hostOf(one, other);
    await use(other);
    await use(other);
    expect([one.heard, other.heard, heard()]).toEqual([[], ['open'], ['connected']]);
    other.pressHook();
    port.show(RING);
    await settle();
    expect([heard(), other.lights]).toEqual([['hook', 'hook'], 'ring ringer']);
    await use(null);
    expect([other.heard, other.lights, heard()]).toEqual([['open', 'close'], '', []]);
    other.pressHook();
    expect(heard()).toEqual([]);
  });

  it('changes from one to another', async () => {
    const [one, other] = [new SimulatedHeadset(), new SimulatedHeadset(POLY)];
    const { use, port } = hostOf(one, other);
    port.use(headsetId(one));
    port.use(headsetId(other));
    port.use(headsetId(one));
    await use(other);
    expect([one.opened, other.opened]).toEqual([false, true]);
  });

  it('touches nothing of WebHID before a headset is wanted, and says where there is none', async () => {
    let asked = 0;
    const port = new WebHidHeadset({ hid: () => (asked++, null), log: new FakeLogger() });
    const events: HeadsetEvent[] = [];
    port.subscribe((event) => events.push(event));
    port.use(null);
    await settle();
    expect([asked, events]).toEqual([0, []]);
    port.use('1395:0042');
    await settle();
    expect([asked, events]).toEqual([1, [{ kind: 'missing' }]]);
  });

  it('follows it out and in again, and does not open one that is plugged in twice', async () => {
    const headset = new SimulatedHeadset();
    const { hid, use, heard } = hostOf(headset);
    await use(headset);
    hid.unplug(headset);
    await settle();
    hid.plug(headset);
    hid.plug(headset);
    await settle();
    expect([heard(), headset.opened]).toEqual([['connected', 'missing', 'connected'], true]);
  });

  it('says which it cannot open; one that it may not open any more is missing', async () => {
    const headset = new SimulatedHeadset();
    headset.busy = true;
    const { use, heard, log } = hostOf(headset);
    await use(headset);
    expect(heard()).toEqual(['failed']);
    expect(log.lines.some((line) => line.includes('headset could not be opened'))).toBe(true);
    headset.busy = false;
    await use(headset);
    expect(heard()).toEqual(['connected']);
    await use(null);
    headset.allowed = false;
    await use(headset);
    expect(heard()).toEqual(['missing']);
  });

  it('leaves a device of the same model that has no buttons for calls, and takes both that have', async () => {
    const [one, twin, sound] = [new SimulatedHeadset(), new SimulatedHeadset(), new SimulatedHeadset()];
    sound.collections = [];
    const { use, port } = hostOf(sound, one, twin);
    await use(one);
    port.show(RING);
    await settle();
    expect([sound.heard, one.lights, twin.lights]).toEqual([[], 'ring ringer', 'ring ringer']);
  });

  it('goes on when a report is not taken, and tells the newest of what waits', async () => {
    const headset = new SimulatedHeadset();
    const { port, use } = hostOf(headset);
    await use(headset);
    const { sendReport } = headset;
    headset.sendReport = async () => {
      headset.sendReport = sendReport;
      throw new DOMException('no', 'NetworkError');
    };
    port.show(RING);
    port.show({ ...LIGHTS_OFF, mute: true });
    port.show({ ...LIGHTS_OFF, hold: true });
    await settle();
    expect(headset.takeTold()).toEqual(['hold']);
  });
});

describe('the settings page', () => {
  const asking = async (prepare: (hid: SimulatedHid, headset: SimulatedHeadset) => void) => {
    const headset = new SimulatedHeadset(POLY);
    headset.allowed = false;
    const hid = new SimulatedHid(headset);
    hid.pick = headset;
    prepare(hid, headset);
    return { headset, hid, asked: await createHeadsetPage(hid).ask() };
  };

  it('gets the headset that a person picks', async () => {
    const { asked, headset } = await asking(() => undefined);
    expect([asked, headset.allowed]).toEqual([{ ok: true, headset: { id: '047f:c056', label: 'Poly Voyager' } }, true]);
  });

  it('calls one without a name by its numbers', async () => {
    const { asked } = await asking((_, headset) => Object.assign(headset, { productName: '  ' }));
    expect(asked).toMatchObject({ headset: { label: '047f:c056' } });
  });

  it.each<[string, (hid: SimulatedHid, headset: SimulatedHeadset) => void]>([
    ['none', (hid) => (hid.pick = null)],
    ['refused', (hid) => (hid.refuses = true)],
    ['useless', (_, headset) => (headset.collections = [{ usagePage: 0x0b, usage: 5, inputReports: [], outputReports: [], children: [] }])],
  ])('or why there is none: %s', async (why, prepare) => {
    const { asked, headset } = await asking(prepare);
    expect([asked, headset.allowed]).toEqual([{ ok: false, why }, false]);
  });

  it('gives the permission back', async () => {
    const [one, other] = [new SimulatedHeadset(), new SimulatedHeadset(POLY)];
    await createHeadsetPage(new SimulatedHid(one, other)).forget('047f:c056');
    expect([one.allowed, other.allowed]).toEqual([true, false]);
  });

  it('knows where there is no WebHID', async () => {
    const page = createHeadsetPage(null);
    await page.forget('047f:c056');
    expect([page.supported, await page.ask()]).toEqual([false, { ok: false, why: 'none' }]);
  });
});
