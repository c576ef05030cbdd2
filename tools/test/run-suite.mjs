import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwrightCounts, suiteCounts, vitestCounts } from './counts.mjs';
import { playwrightFailures, vitestFailures } from './failures.mjs';
import { root } from './root.mjs';

const READERS = Object.freeze({
  vitest: { counts: vitestCounts, failures: vitestFailures },
  playwright: { counts: playwrightCounts, failures: playwrightFailures },
});

/** Runs one suite with its output streamed (or, of one that runs meanwhile, as `output`), and counts it; `failures` are its failed tests. Never throws: what goes wrong is a failure with a note. */
export async function runSuite(suite, resultsDir) {
  const file = fileURLToPath(new URL(`${suite.name}.json`, resultsDir));
  const started = Date.now();
  const { exitCode, output } = await run(suite.command(file), suite.env?.(file) ?? {}, suite.meanwhile === true);
  const { counts, failures = [], note } = read(suite, file);
  const seconds = (Date.now() - started) / 1000;
  return { name: suite.name, ...suiteCounts(counts, exitCode), seconds, failures, note, output };
}

function run([command, ...args], env, quiet) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: fileURLToPath(root), env: { ...process.env, ...env }, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data));
    const end = (exitCode) => resolve({ exitCode, output: Buffer.concat(said).toString() });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on('close', (code, signal) => {
      if (signal !== null) console.error(`${command} was ended by ${signal}`);
      end(code ?? 1);
    });
  });
}

function read(suite, file) {
  if (suite.report === undefined) return { counts: null };
  if (!existsSync(file)) return { counts: null, note: 'left no report' };
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const { counts, failures } = READERS[suite.report];
    return { counts: counts(report), failures: failures(report) };
  } catch (error) {
    return { counts: { passed: 0, failed: 1, skipped: 0 }, note: `unreadable report: ${error.message}` };
  }
}
