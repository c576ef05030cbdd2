import type { FoundNumber } from '@/utils/domain/phone-number/found-number';

/** A number on the page. Its text may lie in several text nodes. */
export interface MarkedNumber {
  readonly found: FoundNumber;
  /** As the page writes it. */
  readonly text: string;
  readonly range: StaticRange;
}

/** The marked numbers of one frame's document and of its open shadow roots. */
export interface MarkedNumbers {
  /** The number whose text is under a point of the viewport, in CSS pixels. */
  at(x: number, y: number): MarkedNumber | null;
  /** Those a person can see or scroll to, in document order. */
  all(): readonly MarkedNumber[];
  /** The document and its open shadow roots, as far as they have been found. */
  roots(): Iterable<Document | ShadowRoot>;
  /** Where it is now, in the viewport; empty when it is gone or not rendered. */
  rects(number: MarkedNumber): readonly DOMRect[];
  /** Draws the focus ring's highlight on one number, or on none. */
  highlight(number: MarkedNumber | null): void;
}
