import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import { readState, writeState, type DaemonState } from './daemon-state';
import { endProcess } from './end-process';
import { tailLog } from './log-tail';
import { processStart } from './process-table';
import { restartDelay, WELL_AFTER_MS } from './restart-policy';
import type { RunUser } from './run-user';

/** How often a process that is not our child is looked at. Milliseconds. */
const LOOK_MS = 250;
const LAST_LINES = 12;
/** Time to end by itself; there is nothing it must save. Milliseconds. */
const END_MS = 1500;

export interface DaemonOptions {
  readonly name: string;
  readonly binary: string;
  readonly runDir: string;
  readonly user: RunUser | null;
  readonly log: Logger;
  readonly onLine: (line: string) => void;
  /** It died and was started again with the same settings. */
  readonly onRestarted: () => void;
  /** It died; a restart follows. */
  readonly onDied: () => void;
}

export interface Launch {
  readonly args: readonly string[];
  readonly hash: string;
  readonly settings: DaemonState['settings'];
  /** Fed to its standard input: a configuration that is on no disk, and needs no permission to be read. */
  readonly input?: string;
}

/** A process of our own that may outlive this one: found again by its state file, restarted when it dies. */
export interface Daemon {
  /** What an earlier process of ours left running, or null. */
  left(): DaemonState | null;
  /** What it was started with last, running or not. */
  last(): DaemonState | null;
  adopt(state: DaemonState, launch: Launch): void;
  /** Until {@link Daemon.keepRunning} a death is final: a configuration that does not start is not tried again. */
  launch(launch: Launch): void;
  keepRunning(): void;
  alive(): boolean;
  lastLines(): readonly string[];
  /** Ends a process that an earlier one left running. */
  endLeft(state: DaemonState): Promise<void>;
  close(how: 'detach' | 'stop'): Promise<void>;
}

export function createDaemon(options: DaemonOptions): Daemon {
  const { name, runDir, user, log } = options;
  const stateFile = join(runDir, `${name}.state.json`);
  const logFile = join(runDir, `${name}.log`);
  let current: { pid: number; start: number; launch: Launch; since: number } | null = null;
  let stopTail: (() => void) | null = null;
  let look: ReturnType<typeof setInterval> | null = null;
  let restart: ReturnType<typeof setTimeout> | null = null;
  let crashes = 0;
  let closed = false;
  let keep = false;
  let lines: string[] = [];

  mkdirSync(runDir, { recursive: true, mode: 0o700 });
  chmodSync(runDir, 0o700);

  function watch(): void {
    stopTail ??= tailLog(logFile, (line) => {
      lines = [...lines, line].slice(-LAST_LINES);
      options.onLine(line);
    });
    look ??= setInterval(() => {
      if (current && processStart(current.pid) !== current.start) died();
    }, LOOK_MS).unref();
  }

  function died(): void {
    if (!current || closed) return;
    const { pid, launch, since } = current;
    current = null;
    // Its children share its ports; they must not outlive it.
    endProcess(pid, 'SIGKILL');
    if (!keep) return;
    crashes = Date.now() - since > WELL_AFTER_MS ? 1 : crashes + 1;
    const delay = restartDelay(crashes);
    log.warn(`${name} died, starting it again`, { pid, crashes, delay });
    options.onDied();
    restart = setTimeout(() => {
      start(launch);
      options.onRestarted();
    }, delay);
  }

  function start(launch: Launch): void {
    const output = openSync(logFile, 'a', 0o600);
    lines = [];
    const child = spawn(options.binary, [...launch.args], {
      cwd: runDir,
      detached: true,
      // For whoever looks at the process list: which server's it is.
      argv0: `${options.binary} (${runDir})`,
      stdio: ['pipe', output, output],
      env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8' },
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    closeSync(output);
    watch();
    child.once('error', (error) => log.error(`${name} could not be started`, { error: error.message }));
    if (child.pid === undefined) return;
    const { pid } = child;
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(launch.input ?? '');
    child.unref();
    child.once('exit', () => {
      if (current?.pid === pid) died();
    });
    current = { pid, start: processStart(pid) ?? 0, launch, since: Date.now() };
    writeState(stateFile, { pid, start: current.start, hash: launch.hash, settings: launch.settings });
    log.info(`${name} started`, { pid });
  }

  async function endFor(pid: number, begun: number): Promise<void> {
    endProcess(pid, 'SIGTERM');
    const until = Date.now() + END_MS;
    while (processStart(pid) === begun && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    endProcess(pid, 'SIGKILL');
    while (processStart(pid) === begun) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  return {
    left() {
      const state = readState(stateFile);
      return state && processStart(state.pid) === state.start ? state : null;
    },
    last: () => readState(stateFile),
    adopt(state, launch) {
      current = { pid: state.pid, start: state.start, launch, since: Date.now() };
      keep = true;
      watch();
      log.info(`${name} found running`, { pid: state.pid });
    },
    launch(launch) {
      closed = keep = false;
      writeFileSync(logFile, '', { mode: 0o600 });
      start(launch);
    },
    keepRunning() {
      keep = true;
    },
    alive: () => current !== null && processStart(current.pid) === current.start,
    lastLines: () => lines,
    endLeft: (state) => endFor(state.pid, state.start),
    async close(how) {
      closed = true;
      if (look) clearInterval(look);
      if (restart) clearTimeout(restart);
      look = restart = null;
      const ours = current;
      current = null;
      if (how === 'stop') {
        if (ours) await endFor(ours.pid, ours.start);
        log.info(`${name} stopped`);
      }
      stopTail?.();
      stopTail = null;
    },
  };
}
