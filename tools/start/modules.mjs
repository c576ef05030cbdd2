import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** Why `npm ci` is needed, or null: node_modules holds what package-lock.json asks for. */
export function whyInstall(root) {
  const wanted = read(join(root, 'package-lock.json'));
  // npm's own record of what it put there.
  const present = read(join(root, 'node_modules/.package-lock.json'));
  if (wanted === null) return 'package-lock.json cannot be read';
  if (present === null) return 'node_modules is missing';
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '' || entry.link) continue;
    const there = present.packages[path];
    // Optional packages of other systems are left out rightly.
    if (there === undefined && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (there?.version !== entry.version) return `package-lock.json has changed (${path.replace(/^.*node_modules\//, '')})`;
  }
  return null;
}
