import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** In the environment of everything started here, and so of what that starts: by it, whatever is left is found again. */
const MARK = 'ONE_START_RUN';
const STOP_MS = 8000;

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
};

/** Processes that end with this one. Each leads its own group, so that what it started ends too. */
export class Processes {
  #children = new Set();
  #run = randomUUID();
  #cleanUps = [];
  /** The One server, and the data directory whose daemons (Kamailio, rtpengine) end with it. */
  #server = null;

  /** The environment for anything started by other means. */
  environment(extra = {}) {
    return { ...process.env, ...extra, [MARK]: this.#run };
  }

  /** `output` as spawn's stdio for both streams; `exited` resolves with the exit code. */
  start(command, args, { cwd, env, output }) {
    const child = spawn(command, args, { cwd, env: this.environment(env), stdio: ['ignore', output, output], detached: process.platform !== 'win32' });
    this.#children.add(child);
    child.exited = new Promise((resolve) => {
      child.once('error', () => resolve(127));
      child.once('exit', (code) => resolve(code ?? 1));
    }).then((code) => {
      this.#children.delete(child);
      return code;
    });
    return child;
  }

  /** To be done once everything has ended. */
  onStopped(cleanUp) {
    this.#cleanUps.push(cleanUp);
  }

  /**
   * The server's daemons carry no mark: it gives them an environment of their own. They are told by the directory in
   * their names, and are this server's when the directory's lock is.
   */
  ownDaemonsOf(child, dataDir) {
    this.#server = { child, dataDir };
  }

  /** Asks everything to stop, waits, and ends what has not. Resolves with what had to be ended by force: [pid, command]. */
  async stop() {
    const children = [...this.#children];
    const daemonName = this.#daemonName();
    // The leader alone first: it may have things to put away before its group goes.
    for (const child of children) signal(child.pid, 'SIGTERM');
    await Promise.race([Promise.all(children.map((child) => child.exited)), after(STOP_MS)]);
    if (process.platform !== 'win32') for (const child of children) signal(-child.pid, 'SIGKILL');
    const left = this.left(daemonName);
    for (const { pid } of left) signal(pid, 'SIGKILL');
    for (const cleanUp of this.#cleanUps.splice(0)) cleanUp();
    return left;
  }

  #daemonName() {
    if (this.#server === null) return null;
    try {
      const { pid } = JSON.parse(readFileSync(join(this.#server.dataDir, 'server.lock'), 'utf8'));
      return pid === this.#server.child.pid ? `(${this.#server.dataDir}/` : null;
    } catch {
      return null;
    }
  }

  /** Processes of this run that live, on Linux; elsewhere none can be seen. */
  left(daemonName = null) {
    if (process.platform !== 'linux') return [];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .flatMap((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
          const isDaemon = daemonName !== null && command.includes(daemonName);
          const isMarked = () => readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${this.#run}`);
          return isDaemon || isMarked() ? [{ pid: Number(pid), command }] : [];
        } catch {
          return [];
        }
      });
  }
}
