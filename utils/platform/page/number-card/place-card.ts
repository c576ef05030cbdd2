export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlaceOptions {
  /** Boxes of the number's lines in the viewport. */
  readonly number: readonly Box[];
  readonly card: { readonly width: number; readonly height: number };
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Between number and card; the pointer crosses it on its way. CSS pixels. */
export const GAP = 6;
/** Kept free at the sides of the viewport. */
const EDGE = 8;

/**
 * Upper left corner of a card that never covers the number: below it, else above, where neither has room on the roomier
 * side. Shifted sideways into the viewport. Null when no part of the number is in the viewport.
 */
export function placeCard({ number, card, viewport }: PlaceOptions): { left: number; top: number; above: boolean } | null {
  const seen = number.filter(({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < viewport.width && top < viewport.height && right > left && bottom > top);
  const [first] = seen;
  if (first === undefined) return null;
  const top = Math.min(...seen.map((box) => box.top));
  const bottom = Math.max(...seen.map((box) => box.bottom));
  const below = viewport.height - bottom - GAP - EDGE;
  const above = top - GAP - EDGE;
  const under = below >= card.height || below >= above;
  const left = Math.max(EDGE, Math.min(first.left, viewport.width - EDGE - card.width));
  return { left: Math.round(left), top: under ? Math.ceil(bottom + GAP) : Math.floor(top - GAP - card.height), above: !under };
}
