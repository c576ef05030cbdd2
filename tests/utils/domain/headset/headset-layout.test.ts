import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsetLayout } from '@/utils/domain/headset/headset-layout';
import { controlsOf, LIGHTS_OFF, readReport, writeLights, type HeadsetInput } from '@/utils/domain/headset/headset-report';
import { headsetCollections, item, padding } from '@/tests/support/simulated-headset';

const HEADSET = { usagePage: 0x0b, usage: 5, children: [], outputReports: [], inputReports: [] };
const inputs = (reportId: number, ...items: object[]) => [{ ...HEADSET, inputReports: [{ reportId, items }] }];

function layoutOf(collections: unknown) {
  const layout = headsetLayout(collections);
  if (!layout) throw new Error('no layout');
  return layout;
}

/** What these reports tell, one after the other. */
function read(collections: unknown, ...reports: number[][]): HeadsetInput[][] {
  const layout = layoutOf(collections);
  let values: readonly number[] = [];
  return reports.map(([reportId = 0, ...bytes]) => {
    const told = readReport(layout, values, reportId, new Uint8Array(bytes));
    values = told.values;
    return [...told.inputs];
  });
}
const hook = (value: boolean | 'toggle') => ({ control: 'hook', value });
const mute = (value: boolean | 'toggle', lasts = false) => ({ control: 'mute', value, lasts });

describe('the buttons', () => {
  it('are found at their bits, each told once when it changes', () => {
    const reports = read(headsetCollections(), [2, 0b0001], [2, 0b0011], [2, 0b0001], [2, 0b0101], [2, 0b1001], [2, 0], [1, 0xff]);
    expect(reports).toEqual([[hook(true)], [mute('toggle')], [], [{ control: 'flash' }], [{ control: 'redial' }], [hook(false)], []]);
  });

  it.each([
    ['absolute: a state', item([0xb002f]), [[mute(true, true)], [mute(false, true)]], [1, 0]],
    ['relative: each press switches', item([0xb002f], { isAbsolute: false }), [[mute('toggle')], [], [mute('toggle')]], [1, 0, 1]],
    ['a pair, -1 and 1', item([0xb002f], { isAbsolute: false, logicalMinimum: -1, reportSize: 2 }), [[mute(true)], [], [mute(false)]], [1, 0, 3]],
    ['a hook that is only a button', item([0xb0020], { isAbsolute: false }), [[hook('toggle')], []], [1, 0]],
    ['named in an array', item([0xb0020, 0xb002f], { isArray: true, reportSize: 8, reportCount: 2, logicalMinimum: 1 }), [[hook(true)], [mute(true, true)], [hook(false)]], [1, 0x0201, 2]],
    ['a range', item([], { isRange: true, usageMinimum: 0xb0020, usageMaximum: 0xb002f, reportCount: 16 }), [[hook(true)], [mute(true, true)]], [1, 0x8001]],
  ])('%s', (_, one, told, values) => {
    const bytes = (value: number) => [0, value & 255, value >> 8];
    expect(read(inputs(0, one, padding(16)), ...values.map(bytes))).toEqual(told);
  });

  it('in a collection within: its report is that of the outer one where both list it', () => {
    const report = { reportId: 3, items: [padding(8), item([0xb0020])] };
    const inner = { usagePage: 0x0b, usage: 7, inputReports: [{ reportId: 3, items: [item([0xb0020])] }, { reportId: 4, items: [item([0xb002f])] }], outputReports: [], children: [] };
    const layout = layoutOf([{ ...HEADSET, inputReports: [report], children: [inner] }]);
    expect(layout.controls.map(({ control, reportId, offset }) => [control, reportId, offset])).toEqual([['hook', 3, 8], ['mute', 4, 0]]);
  });

  it('what follows bits of any kind is where they end', () => {
    const layout = layoutOf(inputs(1, item([0xb0001], { reportSize: 7, reportCount: 3 }), item([0xc00e9], { isArray: true, reportSize: 4, reportCount: 2 }), item([0xb0020])));
    expect(layout.controls).toMatchObject([{ control: 'hook', offset: 29, size: 1 }]);
  });

  it('a report that is too short changes nothing that it does not reach', () => {
    const collections = inputs(1, item([0xb0020]), padding(7), item([0xb002f]));
    expect(read(collections, [1, 1], [1], [1, 1, 1])).toEqual([[hook(true)], [], [mute(true, true)]]);
  });

  it('a device without hook and mute is none', () => {
    expect(headsetLayout(inputs(1, item([0xb0021])))).toBeNull();
    expect(headsetLayout([{ ...HEADSET, usagePage: 0x0c, inputReports: [{ reportId: 1, items: [item([0xb0020])] }] }])).toBeNull();
    expect(controlsOf(layoutOf(headsetCollections()))).toEqual(['hook', 'mute', 'flash', 'redial']);
  });
});

describe('the lights', () => {
  it('are written to their bits, a ringer with the ring light', () => {
    const layout = layoutOf(headsetCollections());
    const bytes = (on: object) => writeLights(layout, { ...LIGHTS_OFF, ...on }).map(({ reportId, data }) => [reportId, ...data]);
    expect([bytes({ offHook: true }), bytes({ ring: true }), bytes({ mute: true }), bytes({ hold: true }), bytes({})]).toEqual([[[2, 1]], [[2, 0b10010]], [[2, 4]], [[2, 8]], [[2, 0]]]);
  });

  it('in several reports are written in each, to its full length', () => {
    const outputReports = [
      { reportId: 5, items: [padding(9), item([0x80017]), padding(6), item([0x8004b, 0x8004c])] },
      { reportId: 6, items: [item([0x80018])] },
      { reportId: 7, items: [item([0x8004b])] },
    ];
    const layout = layoutOf([{ ...headsetCollections()[1], outputReports }]);
    const written = writeLights(layout, { ...LIGHTS_OFF, offHook: true, ring: true });
    expect(written.map(({ reportId, data }) => [reportId, [...data]])).toEqual([[5, [0, 2, 0]], [6, [1]]]);
  });
});

describe('whatever a device says of itself', () => {
  const anything = fc.anything({ maxDepth: 1, maxKeys: 3 });
  const number = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 8, 0xb0020, 0xb002f, 0x80017, 1e9, -1, Number.NaN, 0.5, 2 ** 40), anything);
  const anyItem = fc.record({ usages: fc.oneof(fc.array(number), anything), isRange: fc.boolean(), isArray: fc.boolean(), isConstant: fc.boolean(), isAbsolute: fc.boolean(), usageMinimum: number, usageMaximum: number, reportSize: number, reportCount: number, logicalMinimum: number }, { requiredKeys: [] });
  const report = fc.record({ reportId: fc.oneof(fc.integer({ min: 0, max: 4 }), number), items: fc.oneof(fc.array(anyItem, { maxLength: 6 }), anything) });
  const collection = fc.record({ usagePage: fc.constant(0x0b), usage: fc.constantFrom(1, 5), inputReports: fc.array(report, { maxLength: 4 }), outputReports: fc.array(report, { maxLength: 4 }), children: anything });

  it('and reports: it is read or left, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(collection, { maxLength: 3 }), anything), fc.array(fc.tuple(fc.nat(4), fc.uint8Array({ maxLength: 64 })), { maxLength: 8 }), (collections, reports) => {
        const layout = headsetLayout(collections);
        if (!layout) return;
        let values: readonly number[] = [];
        for (const [reportId, data] of reports) values = readReport(layout, values, reportId, data).values;
        for (const { data } of writeLights(layout, { mute: true, offHook: true, ring: true, hold: true })) expect(data.length).toBeLessThanOrEqual(1024);
      }),
    );
  });

  it('one that holds itself does not go on for ever', () => {
    const endless: Record<string, unknown> = { ...HEADSET, inputReports: [{ reportId: 1, items: [item([0xb0020])] }] };
    endless.children = [endless, endless];
    expect(layoutOf([endless]).controls).toHaveLength(1);
  });

  it('each bit of a report has the field that says so, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 8 }), (before, size) => {
        const [one] = layoutOf(inputs(9, padding(before), item([0xb0020], { reportSize: size }))).controls;
        const data = new Uint8Array(32);
        data[before >> 3] = 1 << (before & 7);
        expect(one?.offset).toBe(before);
        expect(read(inputs(9, padding(before), item([0xb0020], { reportSize: size })), [9, ...data])).toEqual([[hook(true)]]);
      }),
    );
  });
});
