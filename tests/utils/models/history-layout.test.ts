import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, HEADING_HEIGHT, layOut, rowAt, ROW_HEIGHT } from '@/utils/models/history-layout';
import { entry } from '@/tests/components/support/phone-states';

const daysOf = (counts: readonly number[]) =>
  counts.map((count, day) => ({ day: 1000 - day, entries: Array.from({ length: count }, (_, at) => entry({ id: `d${day}c${at}` })) }));
const indexes = (days: ReturnType<typeof drawn>) => days.flatMap(({ rows }) => rows.map(({ index }) => index));

describe('the layout of a history', () => {
  const layout = layOut(daysOf([2, 100, 1]));

  it('puts a heading over each day', () => {
    expect(layout).toMatchObject({ count: 103, height: 3 * HEADING_HEIGHT + 103 * ROW_HEIGHT });
    expect(layout.days.map(({ top, start }) => [top, start])).toEqual([
      [0, 0],
      [HEADING_HEIGHT + 2 * ROW_HEIGHT, 2],
      [2 * HEADING_HEIGHT + 102 * ROW_HEIGHT, 102],
    ]);
  });

  it('finds a call by its place', () => {
    expect(rowAt(layout, 2)).toMatchObject({ entry: { id: 'd1c0' }, top: 2 * HEADING_HEIGHT + 2 * ROW_HEIGHT });
    expect([rowAt(layout, -1), rowAt(layout, 103)]).toEqual([null, null]);
  });

  it('draws the rows in sight and a few more, and that with the focus wherever it is', () => {
    expect(indexes(drawn(layout, 0, 480, null))).toEqual(Array.from({ length: 15 }, (_, at) => at));
    expect(indexes(drawn(layout, 2400, 480, 1))).toEqual([1, ...Array.from({ length: 23 }, (_, at) => 42 + at)]);
    expect(indexes(drawn(layout, 0, 480, 102)).slice(-2)).toEqual([14, 102]);
    expect(indexes(drawn(layout, 0, 480, 400))).toEqual(indexes(drawn(layout, 0, 480, null)));
  });

  it('draws nothing of nothing', () => expect(drawn(layOut([]), 0, 600, null)).toEqual([]));
});

it('leaves no row in sight undrawn, wherever the list is scrolled to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 100, max: 900 }), (counts, share, viewHeight) => {
      const layout = layOut(daysOf(counts));
      const from = share * Math.max(0, layout.height - viewHeight);
      const shown = new Set(indexes(drawn(layout, from, viewHeight, null)));
      for (let index = 0; index < layout.count; index++) {
        const top = rowAt(layout, index)?.top ?? 0;
        if (top + ROW_HEIGHT > from && top < from + viewHeight) expect(shown).toContain(index);
      }
      expect(shown.size).toBeLessThan(viewHeight / ROW_HEIGHT + 16);
    }),
  );
});
