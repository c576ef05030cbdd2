export type LocaleTree = { readonly [key: string]: unknown };
export type Messages = ReadonlyMap<string, string>;

/** `{ call: { answer: 'Answer' } }` → `call.answer` → `Answer`. Plural forms are one text each. */
export function flatten(tree: LocaleTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null) {
      for (const [path, text] of flatten(value as LocaleTree, `${prefix}${key}.`)) flat.set(path, text);
    } else flat.set(`${prefix}${key}`, String(value));
  }
  return flat;
}

const placeholders = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort().join(' ');

/** Keys that only some languages have, empty texts, and texts that expect different substitutions. */
export function compareLanguages(languages: ReadonlyMap<string, Messages>): string[] {
  const problems: string[] = [];
  const keys = new Set([...languages.values()].flatMap((messages) => [...messages.keys()]));
  for (const key of keys) {
    const shapes = new Set<string>();
    for (const [language, messages] of languages) {
      const text = messages.get(key);
      if (text === undefined) problems.push(`${language}: ${key} is missing`);
      else if (text.trim() === '') problems.push(`${language}: ${key} is empty`);
      else shapes.add(placeholders(text));
    }
    if (shapes.size > 1) problems.push(`${key}: placeholders differ between languages`);
  }
  return problems;
}

/** Keys nobody names, and keys that are asked for and do not exist. */
export function compareWithSource(keys: Iterable<string>, sources: readonly string[]): string[] {
  const known = new Set(keys);
  const source = sources.join('\n');
  const named = new Set([...source.matchAll(/['"`]([a-zA-Z][\w]*(?:\.[\w]+)+)['"`]/g)].map((match) => match[1] ?? ''));
  for (const match of source.matchAll(/__MSG_(\w+)__/g)) named.add((match[1] ?? '').replaceAll('_', '.'));
  const asked = [...source.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return [
    ...[...known].filter((key) => !named.has(key)).map((key) => `${key} is used nowhere`),
    ...[...new Set(asked)].filter((key) => !known.has(key)).map((key) => `${key} is asked for and does not exist`),
  ];
}
