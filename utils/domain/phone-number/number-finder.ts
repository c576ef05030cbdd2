import type { FindLevel, Explained, FoundNumber } from './found-number';

export interface FinderOptions {
  /** ISO 3166 region whose national formats are understood; without one only international numbers are found. */
  readonly region?: string;
  /** BCP 47 languages of the text, the likeliest first: whose words count as labels. All known ones when empty. */
  readonly languages?: readonly string[];
  readonly level?: FindLevel;
}

/** What stands around a text on its page and belongs to it as a label does. */
export interface TextSurroundings {
  /** Label or heading of the cell: a column's header, the cell before, a `dt`, a `label`. */
  readonly label?: string;
}

export interface NumberFinder {
  /** Source of an expression that the text of a page without a number does not match, wherever it is cut into nodes. */
  readonly gate: string;
  /** False for a text that takes parts which are still to be made: `find` makes them all at once, `warm` one by one. */
  ready(text: string): boolean;
  /** Makes one more of them, in some milliseconds; false when there are no more. */
  warm(): boolean;
  /** Numbers in `text`, in its order, never overlapping. Pure: the same text has the same numbers. */
  find(text: string, surroundings?: TextSurroundings): readonly FoundNumber[];
  /** Every candidate, kept or not, with the reason. */
  explain(text: string, surroundings?: TextSurroundings): Explained[];
}
