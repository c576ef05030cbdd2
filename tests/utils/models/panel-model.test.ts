import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelSpot } from '@/utils/contract/panel-spot';
import { createPanelModel, spotAfter, type PanelModel } from '@/utils/models/panel-model';

it.each([
  ['a quarter of the way', { x: 1, y: 0 }, { x: -250, y: 150 }, { x: 1000, y: 600 }, { x: 0.75, y: 0.25 }],
  ['no further than the edges', { x: 1, y: 0 }, { x: 50, y: -50 }, { x: 1000, y: 600 }, { x: 1, y: 0 }],
  ['nowhere in a page that has no room', { x: 1, y: 0.5 }, { x: -90, y: 90 }, { x: 0, y: -20 }, { x: 1, y: 0.5 }],
] as const)('a panel moves %s', (_, spot, by, free, after) => {
  expect(spotAfter(spot, by, free)).toEqual(after);
});

let moves: [PanelSpot, boolean][];
let sizes: { width: number; height: number }[];
let told: boolean[];
let panel: PanelModel;
const fullScreen = signal(false);
/** A page of 1380 by 732 CSS pixels at twice their size: beside a panel of 348 by 200 there are 1000 by 500. */
const page = { measure: async () => ({ width: 2760, height: 1464, zoom: 2 }), fullScreen, covered: signal(false) };

beforeEach(() => {
  moves = [];
  sizes = [];
  told = [];
  fullScreen.value = false;
  panel = createPanelModel({
    look: { spot: { x: 1, y: 0 }, minimised: false },
    page,
    handle: {
      move: (spot, keep) => void moves.push([spot, keep]),
      resize: (size) => void sizes.push(size),
      minimise: (minimised) => void told.push(minimised),
    },
  });
  panel.fit(200);
});

describe('moving', () => {
  it('follows the pointer over the screen and keeps the last place', async () => {
    panel.grab({ x: 2000, y: 100 });
    await page.measure();
    await Promise.resolve();
    panel.drag({ x: 1000, y: 350 });
    panel.drag({ x: 1500, y: 100 });
    panel.drop();
    panel.drag({ x: 0, y: 0 });
    expect(moves).toEqual([
      [{ x: 0.5, y: 0.25 }, false],
      [{ x: 0.75, y: 0 }, false],
      [{ x: 0.75, y: 0 }, true],
    ]);
  });

  it('by keys keeps each step; home is where it was at first', async () => {
    await panel.step(-1, 0);
    await panel.step(0, 1);
    panel.home();
    expect(moves.map(([spot, keep]) => [spot.x.toFixed(3), spot.y.toFixed(3), keep])).toEqual([
      ['0.988', '0.000', true],
      ['0.988', '0.024', true],
      ['1.000', '0.000', true],
    ]);
  });

  it('a press that moved nothing keeps nothing', () => {
    panel.grab({ x: 1, y: 1 });
    panel.drop();
    expect(moves).toEqual([]);
  });
});

describe('minimising', () => {
  it('is told to the host, so that the next page shows it so, until a new call comes', () => {
    panel.toggle();
    panel.fit(46);
    panel.restore();
    panel.restore();
    expect([told, panel.small.value, sizes.at(-1)]).toEqual([[true, false], false, { width: 300, height: 46 }]);
  });

  it('happens by itself in full screen, also for a new call, and ends with it', () => {
    fullScreen.value = true;
    panel.restore();
    expect(panel.small.value).toBe(true);
    panel.toggle();
    expect(panel.small.value).toBe(false);
    panel.toggle();
    fullScreen.value = false;
    expect([panel.small.value, told]).toEqual([false, []]);
  });
});
