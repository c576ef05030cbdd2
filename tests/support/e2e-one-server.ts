import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { killEdge } from './e2e-edge-process';
import { freshDataDir } from './e2e-data-template';
import { startProcess, type RunningProcess } from './e2e-process';
import { freePort } from './e2e-free-port';
import { timeUntil, waitFor } from './e2e-wait-for';

const ROOT = new URL('../../', import.meta.url).pathname;
const START_MS = 45_000;

export type EdgeKind = 'kamailio' | 'embedded';

export interface OneServerOptions {
  readonly edge: EdgeKind;
  /** Port of the PSTN endpoint on this machine. */
  readonly trunkPort?: number;
  /** `server` (default): the edge ends with the server process. */
  readonly edgeLifetime?: 'independent' | 'server';
  /** Kept by the caller; by default a new one, removed by `close`. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface OneServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly edge: EdgeKind;
  output(): string;
  process(): RunningProcess;
  /** The server goes away, at once; `start` brings it back on the same port and data. */
  kill(): Promise<void>;
  /** The server ends as by Ctrl-C. */
  stop(): Promise<void>;
  /** Returns the milliseconds until it answered. */
  start(): Promise<number>;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

/** The real One server with its real edge and the demo company, on a port and a directory of its own. */
export async function startOneServer(options: OneServerOptions): Promise<OneServer> {
  const port = await freePort();
  const dataDir = options.dataDir ?? freshDataDir();
  const url = `http://127.0.0.1:${port}`;
  const logs: string[] = [];
  let running: RunningProcess | null = null;

  const start = async () => {
    const child = launchServer({ ...options, dataDir, port });
    running = child;
    const answers = timeUntil('the One server', async () => (await fetch(`${url}/healthz`)).ok, START_MS);
    const ended = child.exited.then((code) => {
      throw new Error(`the One server ended with ${code}`);
    });
    return Promise.race([answers, ended]).catch((error: unknown) => {
      child.kill('SIGKILL');
      throw new Error(`${String(error)}\n${child.output().slice(-4_000)}`);
    });
  };
  const end = async (how: 'SIGKILL' | 'SIGTERM') => {
    if (running === null) return;
    if (how === 'SIGKILL') running.kill('SIGKILL');
    else await running.stop(10_000);
    await running.exited;
    logs.push(running.output());
    running = null;
  };

  await start();
  return {
    url,
    port,
    dataDir,
    edge: options.edge,
    output: () => [...logs, running?.output() ?? ''].join('\n'),
    process: () => {
      if (running === null) throw new Error('the server is not running');
      return running;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    async close() {
      const killed = running === null;
      await end('SIGTERM');
      // A killed server cannot end its edge; one that was stopped must have.
      if (killed) killEdge(dataDir);
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The server process alone, for tests of what it says when it cannot start. */
export function launchServer(options: OneServerOptions & { readonly port: number; readonly dataDir: string }): RunningProcess {
  return startProcess(process.execPath, ['--import', 'tsx', join(ROOT, 'server/main.ts')], {
    ONE_PORT: String(options.port),
    ONE_DATA_DIR: options.dataDir,
    ONE_DEMO: '1',
    ONE_EDGE: options.edge,
    ONE_EDGE_LIFETIME: options.edgeLifetime ?? 'server',
    ...(options.trunkPort !== undefined && { ONE_TRUNK_HOST: '127.0.0.1', ONE_TRUNK_PORT: String(options.trunkPort) }),
    ...options.env,
  });
}

/** Asks the server's HTTP API as a signed-in user would. */
export async function api<T>(server: OneServer, method: string, path: string, body?: unknown, token?: string): Promise<{ status: number; json: T }> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text === '' ? null : JSON.parse(text)) as T };
}

/** Until the server's log holds this; for what no interface shows. */
export const serverSaid = (server: OneServer, pattern: RegExp, timeoutMs = 10_000) =>
  waitFor(`the server to say ${String(pattern)}`, () => pattern.test(server.output()), timeoutMs);
