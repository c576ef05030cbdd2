import type { MessageKey, Words } from '@/components/words/words';

export type LocaleTree = { [key: string]: string | LocaleTree };

/** Words out of a parsed locale file, substituted the way the browser's i18n does it. */
export function wordsOf(tree: LocaleTree, locale: string): Words {
  const find = (key: MessageKey): string => {
    let found: string | LocaleTree | undefined = tree;
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    if (typeof found !== 'string') throw new Error(`no text ${key} for ${locale}`);
    return found;
  };
  return {
    locale,
    t: (key, substitutions = []) => find(key).replace(/\$(\d)/g, (_, index: string) => String(substitutions[Number(index) - 1] ?? '')),
  };
}
