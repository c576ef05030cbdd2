/**
 * Every suite of `npm test`, in the order they run: the builds, because the soak needs them and is the longest, then the cheap ones first.
 * Neighbours that may run `beside` each other take one core each. One that runs `meanwhile` goes on beside those that follow,
 * until a suite comes that wants the machine `alone`.
 * `report` names the JSON a suite leaves; a suite without one counts as a single test by its exit code.
 */
const vitest = (name) => ({
  name,
  report: 'vitest',
  command: (file) => ['npx', 'vitest', 'run', '--project', `${name}*`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
});

const playwright = (name) => ({
  name,
  report: 'playwright',
  needs: [name === 'e2e-firefox' ? 'build-firefox' : 'build-chrome'],
  system: true,
  alone: true,
  command: () => ['npx', 'playwright', 'test', '--project', name, '--reporter=list,json'],
  env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
});

export const SUITES = Object.freeze([
  { name: 'build-chrome', command: () => ['npx', 'wxt', 'build'] },
  { name: 'build-firefox', command: () => ['npx', 'wxt', 'build', '-b', 'firefox'] },
  // Most of its five minutes it waits.
  { name: 'soak', meanwhile: true, needs: ['build-chrome'], system: true, command: () => ['npm', 'run', '--silent', 'soak', '--', '--minutes', '5'] },
  { name: 'lint', beside: true, command: () => ['npm', 'run', '--silent', 'lint'] },
  { name: 'typecheck', beside: true, command: () => ['npm', 'run', '--silent', 'typecheck'] },
  vitest('unit'),
  { ...vitest('server'), system: true },
  { ...vitest('conformance'), system: true },
  playwright('e2e-chromium'),
  // Firefox calls Chromium, so this suite needs both builds.
  { ...playwright('e2e-firefox'), needs: ['build-chrome', 'build-firefox'] },
]);
