import type { RejectedReason } from '../found-number';
import type { NumberMetadata } from './number-plan';

/** Source of a pattern, and what its matches are. */
export type Shape = readonly [reason: RejectedReason, source: string];

export interface ShapeRules {
  /** Shapes whose letters are capitals. */
  readonly capitals: readonly Shape[];
  /** Shapes whose letters and digits have no space between them. */
  readonly glued: readonly Shape[];
  /** Shapes with words or signs beside their digits. */
  readonly spaced: readonly Shape[];
  /** Shapes of digits and the signs of phone numbers. */
  readonly numeric: readonly Shape[];
  readonly shortDate: readonly Shape[];
  readonly nordic: readonly Shape[];
  /** Pattern of digits that are an amount when a unit follows. */
  readonly quantity: string;
  /** Pattern of a unit or currency. */
  readonly unit: string;
}

/**
 * Words that tell what a number is. Beginnings of words, lower case, so that compounds and endings count too; a word
 * with `$` stands alone, one with `=` before it is the key of a value.
 */
export interface LabelWords {
  /** A phone number follows. */
  readonly phone: string;
  /** What has a number of its own kind; the word alone is enough. */
  readonly things: string;
  /** Who has both a phone and a number: only with "number", "id" or "code" it is no phone. */
  readonly owners: string;
  /** Who or what is called by telephone, and has no numbers of another kind. */
  readonly roles: string;
  /** What asks for an id: enter, quote. */
  readonly asks: string;
  /** What a phone number does or has done, before or after it: rang, answers. */
  readonly calls: string;
  /** The word "number" and its short forms. */
  readonly number: string;
  /** Words that may stand between a label and its number. */
  readonly between: string;
}

export interface WordRules {
  /** By ISO 639 language. */
  readonly labels: Readonly<Record<string, LabelWords>>;
  readonly regions: Readonly<Record<string, string>>;
  readonly numberEnds: string;
  readonly paperEnds: string;
  readonly phoneStarts: string;
  readonly phoneEnds: string;
  readonly desks: string;
  readonly matters: string;
  readonly lists: string;
  readonly plainNumbers: string;
  readonly is: string;
  readonly reach: string;
  readonly verbs: string;
  readonly passives: string;
  /** Patterns, as {@link Grammar} has them. */
  readonly extension: string;
  readonly code: string;
  readonly vanity: string;
  readonly bullet: string;
  readonly listed: string;
  readonly range: string;
}

/** Everything a finder knows, as plain JSON: too much for every page to carry. */
export interface FinderData {
  /** libphonenumber-js's metadata with all types. */
  readonly plans: NumberMetadata;
  readonly words: WordRules;
  readonly shapes: ShapeRules;
  /** Patterns of short service numbers by region, '' for the rest. */
  readonly short: Readonly<Record<string, string>>;
}
