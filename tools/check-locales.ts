/** Every text in every language, none too many and none too few: `npx tsx tools/check-locales.ts`, part of `npm run lint`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { compareLanguages, compareWithSource, flatten, type LocaleTree, type Messages } from './locales/check';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['components', 'entrypoints', 'utils'];

const languages = new Map<string, Messages>();
for (const file of readdirSync(join(ROOT, 'locales'))) {
  if (!file.endsWith('.yml')) continue;
  const tree = parse(readFileSync(join(ROOT, 'locales', file), 'utf8')) as LocaleTree;
  languages.set(file.replace('.yml', ''), flatten(tree));
}
const sources = SOURCES.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
);
sources.push(readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'));

const keys = new Set([...languages.values()].flatMap((messages) => [...messages.keys()]));
const problems = [...compareLanguages(languages), ...compareWithSource(keys, sources)];
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`locales: ${keys.size} texts in ${[...languages.keys()].join(' and ')}`);
else process.exitCode = 1;
