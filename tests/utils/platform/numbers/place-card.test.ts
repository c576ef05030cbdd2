import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, placeCard } from '@/utils/platform/page/number-card/place-card';

const card = { width: 296, height: 168 };
const viewport = { width: 1000, height: 700 };
const box = (left: number, top: number, width = 110, height = 18) => ({ left, top, right: left + width, bottom: top + height });
const placed = (...number: ReturnType<typeof box>[]) => placeCard({ number, card, viewport });

describe('where the card is', () => {
  it.each([
    ['below the number, at its left', [box(400, 100)], { left: 400, top: 118 + GAP, above: false }],
    ['above it where there is no room below', [box(400, 600)], { left: 400, top: 600 - GAP - 168, above: true }],
    ['shifted into the viewport at the right', [box(900, 100)], { left: 696, top: 124, above: false }],
    ['shifted into the viewport at the left', [box(-50, 100)], { left: 8, top: 124, above: false }],
    ['below all lines of a number that is broken', [box(800, 100), box(20, 120)], { left: 696, top: 144, above: false }],
  ] as const)('%s', (_, number, place) => {
    expect(placed(...number)).toEqual(place);
  });

  it('is nowhere when the number is scrolled away or gone', () => {
    expect(placed(box(400, -30))).toBeNull();
    expect(placed(box(400, 720))).toBeNull();
    expect(placed(box(1200, 100))).toBeNull();
    expect(placed(box(400, 100, 0, 0))).toBeNull();
    expect(placed()).toBeNull();
  });

  it('never covers the number, and is inside the viewport wherever it fits', () => {
    const line = fc.record({ left: fc.integer({ min: -200, max: 1100 }), top: fc.integer({ min: -100, max: 800 }), width: fc.integer({ min: 1, max: 400 }), height: fc.integer({ min: 1, max: 60 }) });
    const sizes = fc.record({ width: fc.integer({ min: 320, max: 1600 }), height: fc.integer({ min: 120, max: 900 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), sizes, (lines, window) => {
        const number = lines.map(({ left, top, width, height }) => box(left, top, width, height));
        const place = placeCard({ number, card, viewport: window });
        if (place === null) return;
        const [top, bottom] = [place.top, place.top + card.height];
        const seen = number.filter((one) => one.right > 0 && one.bottom > 0 && one.left < window.width && one.top < window.height);
        for (const one of seen) expect(bottom <= one.top || top >= one.bottom).toBe(true);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + card.width).toBeLessThanOrEqual(Math.max(window.width - 8, 8 + card.width));
        const first = Math.min(...seen.map((one) => one.top));
        const last = Math.max(...seen.map((one) => one.bottom));
        if (window.height - last >= card.height + 20 || first >= card.height + 20) {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(window.height);
        }
      }),
    );
  });
});
