import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { GeneratedI18nStructure } from '#i18n';

/** Every text key of locales/, so that a mistyped one does not compile. */
export type MessageKey = Exclude<keyof GeneratedI18nStructure, `@@${string}`>;

export interface Words {
  t(key: MessageKey, substitutions?: readonly (string | number)[]): string;
  /** BCP 47 tag for dates, times and durations: `sv-SE`. */
  readonly locale: string;
}

const WordsContext = createContext<Words>({ t: (key) => key, locale: 'en' });

export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  return useContext(WordsContext);
}

/**
 * The browser's own tag where it is the language the texts are in (it knows the region's clock and order of
 * day and month), else the language of the texts.
 */
export function localeFor(textLanguage: string, browserLanguages: readonly string[]): string {
  return browserLanguages.find((tag) => tag.split('-')[0] === textLanguage) ?? textLanguage;
}

/** From the generated `i18n.t`, which a component must not import, and what the browser says of its user. */
export function createWords(t: Words['t'], browserLanguages: readonly string[]): Words {
  return { t, locale: localeFor(t('app.locale'), browserLanguages) };
}
