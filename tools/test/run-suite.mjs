import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwrightCounts, suiteCounts, vitestCounts } from './counts.mjs';
import { root } from './root.mjs';

const READERS = Object.freeze({ vitest: vitestCounts, playwright: playwrightCounts });

/** Runs one suite with its output streamed, and counts it. Never throws: what goes wrong is a failure with a note. */
export async function runSuite(suite, resultsDir) {
  const file = fileURLToPath(new URL(`${suite.name}.json`, resultsDir));
  const started = Date.now();
  const exitCode = await run(suite.command(file), suite.env?.(file) ?? {});
  const { counts, note } = read(suite, file);
  const seconds = (Date.now() - started) / 1000;
  return { name: suite.name, ...suiteCounts(counts, exitCode), seconds, note };
}

function run([command, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: fileURLToPath(root), env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code, signal) => {
      if (signal !== null) console.error(`${command} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

function read(suite, file) {
  if (suite.report === undefined) return { counts: null };
  if (!existsSync(file)) return { counts: null, note: 'left no report' };
  try {
    return { counts: READERS[suite.report](JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (error) {
    return { counts: { passed: 0, failed: 1, skipped: 0 }, note: `unreadable report: ${error.message}` };
  }
}
