import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { UiLanguage } from './e2e-chromium-flags';

type Tree = { [key: string]: string | Tree };

const load = (language: UiLanguage) => parse(readFileSync(new URL(`../../locales/${language}.yml`, import.meta.url), 'utf8')) as Tree;
const loaded = { en: load('en'), sv: load('sv') };

/** A text of the user interface by its key (`call.answer`), in the language the browser runs in. */
export function word(key: string, language: UiLanguage = 'en'): string {
  let found: string | Tree | undefined = loaded[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}.yml`);
  return found;
}
