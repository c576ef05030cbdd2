import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunningProcess {
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves with the exit code (null when ended by a signal). */
  readonly exited: Promise<number | null>;
  /** Asks its whole process group to end, and ends it by force after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a command as the leader of its own process group, so that nothing it started is left behind. */
export function startProcess(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningProcess {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  exited.catch(() => undefined);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} did not start`);
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  return {
    pid,
    output: () => chunks.join(''),
    exited,
    kill: signalGroup,
    async stop(graceMs = 5_000) {
      const force = setTimeout(() => signalGroup('SIGKILL'), graceMs);
      signalGroup('SIGTERM');
      await exited;
      clearTimeout(force);
      signalGroup('SIGKILL');
    },
  };
}
