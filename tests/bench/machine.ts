import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { CHROMIUM_PATH } from '@/tests/support/e2e-chromium-flags';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  readonly at: string;
}

const version = (command: string, args: string[]) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')[0] ?? '';
  } catch {
    return 'not found';
  }
};

/** What the figures were taken on; no host name and no path. */
export function describeMachine(now: Date): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    chromium: version(CHROMIUM_PATH, ['--version']),
    at: now.toISOString(),
  };
}
