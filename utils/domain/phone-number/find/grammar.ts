import type { WordRules } from './finder-rules';
import { createWordClassifier, type WordClassifier } from './label-class';

/** Words with a part in a sentence, ready to be looked up. */
export interface Grammar {
  readonly lists: ReadonlySet<string>;
  readonly plainNumbers: ReadonlySet<string>;
  readonly is: ReadonlySet<string>;
  /** Words that stand before the number somebody is called on. */
  readonly reach: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly passives: RegExp;
  /** Digits to send after a number, captured. */
  readonly extension: RegExp;
  /** A code in capitals that is no company, country or telephone, at the end. */
  readonly code: RegExp;
  /** Digits, then a word in capitals, each captured: 1-800-FLOWERS. */
  readonly vanity: RegExp;
  /** What a list's line begins with, and nothing else: "- ", "2) ", "Pos 3  ". */
  readonly bullet: RegExp;
  /** A list's line that begins with digits enough for a number. */
  readonly member: RegExp;
  /** Nothing but a list's signs and words. */
  readonly listed: RegExp;
  /** Between the first and the last of a range. */
  readonly range: RegExp;
}

/** What it takes to read the words beside a number. */
export interface Reading {
  readonly classify: WordClassifier;
  readonly grammar: Grammar;
}

/** Reads in `languages`, those of `region` and English; of others whole words only. */
export function createReading(rules: WordRules, languages: readonly string[], region: string): Reading {
  const set = (words: string) => new Set(words.split(' '));
  return {
    classify: createWordClassifier(rules, languages, region),
    grammar: {
      lists: set(rules.lists),
      plainNumbers: set(rules.plainNumbers),
      is: set(rules.is),
      reach: set(rules.reach),
      verbs: set(rules.verbs),
      passives: new RegExp(rules.passives, 'u'),
      extension: new RegExp(rules.extension, 'i'),
      code: new RegExp(rules.code),
      vanity: new RegExp(rules.vanity, 'gu'),
      bullet: new RegExp(`^${rules.bullet}$`),
      member: new RegExp(`^${rules.bullet}[+(]*\\d[\\d ./()-]{4}`),
      listed: new RegExp(rules.listed),
      range: new RegExp(rules.range),
    },
  };
}
