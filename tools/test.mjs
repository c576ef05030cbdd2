// `npm test`: prepares the machine, runs every suite, ends with `N passed, N failed` over all of them.
// Plain Node: nothing may be installed yet. `npm test -- --only unit,e2e-firefox` runs a selection.
import { mkdirSync, rmSync } from 'node:fs';
import { chosenSuites, steps } from './test/choose.mjs';
import { total } from './test/counts.mjs';
import { prepare } from './test/prepare.mjs';
import { runSuite } from './test/run-suite.mjs';
import { root } from './test/root.mjs';
import { SUITES } from './test/suites.mjs';

const chosen = chosenSuites(process.argv.slice(2), SUITES);
if ('problem' in chosen) {
  console.error(chosen.problem);
  process.exit(2);
}

const resultsDir = new URL('test-results/counts/', root);
rmSync(resultsDir, { recursive: true, force: true });
mkdirSync(resultsDir, { recursive: true });

const started = Date.now();
const results = [];
const ready = prepare(chosen.suites);
if (!ready.ok) results.push({ name: 'preparation', passed: 0, failed: 1, skipped: 0, seconds: 0, note: ready.problem });
const heading = (names) => `\n━━ ${names} ${'━'.repeat(Math.max(3, 70 - names.length))}`;
const begun = [];
const over = async () => {
  for (const { name, output, ...result } of await Promise.all(begun.splice(0))) {
    console.log(`${heading(name)}\n${output}`);
    results.push({ name, ...result });
  }
};
for (const { suites, meanwhile, alone } of ready.fatal ? [] : steps(chosen.suites)) {
  if (meanwhile) {
    begun.push(...suites.map((suite) => runSuite(suite, resultsDir)));
    continue;
  }
  if (alone) await over();
  console.log(heading(suites.map(({ name }) => name).join(', ')));
  results.push(...(await Promise.all(suites.map((suite) => runSuite(suite, resultsDir)))));
}
await over();
if (ready.fatal) {
  const names = chosen.suites.map((suite) => suite.name).join(', ');
  console.log(`\nStopped before any suite ran (${names}): ${ready.problem}`);
}

for (const { name, failures = [] } of results) {
  if (failures.length > 0) console.log(heading(`failed in ${name}`));
  for (const failed of failures) console.log([`✗ ${failed.name}`, ...failed.lines.map((line) => `    ${line}`)].join('\n'));
}

console.log(`\n━━ summary ${'━'.repeat(63)}`);
for (const { name, passed, failed, skipped, seconds, note } of results) {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
  const rest = [`${seconds.toFixed(0)} s`, skipped > 0 ? `${skipped} skipped` : '', note ?? ''].filter(Boolean).join(', ');
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(14)}${counts}   ${rest}`);
}
const sum = total(results);
console.log(`${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
