import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Words } from '@/components/words/words';
import { wordsOf, type LocaleTree } from './words-of';

/** The real texts, as a browser in that language shows them. */
export function localeWords(language: 'sv' | 'en'): Words {
  const file = join(import.meta.dirname, '../../../locales', `${language}.yml`);
  return wordsOf(parse(readFileSync(file, 'utf8')) as LocaleTree, language === 'sv' ? 'sv-SE' : 'en-GB');
}
