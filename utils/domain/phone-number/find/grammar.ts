import type { WordRules } from './finder-rules';
import { createWordClassifier, type WordClassifier } from './label-class';

/** Words with a part in a sentence, ready to be looked up. */
export interface Grammar {
  readonly lists: ReadonlySet<string>;
  readonly plainNumbers: ReadonlySet<string>;
  readonly is: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly passives: RegExp;
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
      verbs: set(rules.verbs),
      passives: new RegExp(rules.passives, 'u'),
    },
  };
}
