import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Stopped, detail, step } from './say.mjs';

/** A first start makes the database, which takes a slow machine its time. */
const PATIENCE_MS = 120_000;

/** Starts the One server with the demo company; resolves when it answers and its robots are there. */
export async function startServer({ root, runDir, port, processes }) {
  step('Starting the One server with the demo company');
  const begun = Date.now();
  mkdirSync(runDir, { recursive: true });
  const log = join(runDir, 'server.log');
  const output = openSync(log, 'w');
  const dataDir = resolve(root, process.env.ONE_DATA_DIR || '.run/demo');
  const child = processes.start(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    output,
    env: {
      ONE_PORT: String(port),
      ONE_HOST: '127.0.0.1',
      ONE_DATA_DIR: dataDir,
      ONE_DEMO: '1',
      // The demo's edge and calls end with it.
      ONE_EDGE_LIFETIME: 'server',
    },
  });
  closeSync(output);
  processes.ownDaemonsOf(child, dataDir);
  let code = null;
  void child.exited.then((ended) => (code = ended));

  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    const said = () => readFileSync(log, 'utf8').trim().split('\n').slice(-15).join('\n');
    if (code !== null) throw new Stopped(`The One server ended with ${code}:\n${said()}`);
    if (Date.now() - begun > PATIENCE_MS) throw new Stopped(`The One server does not answer:\n${said()}`);
    await pause(100);
  }
  detail(`ready in ${((Date.now() - begun) / 1000).toFixed(1)} s at ${url} (log: ${log})`);
  return { url, child };
}

async function isReady(url) {
  try {
    const health = await fetch(`${url}/healthz`);
    const robots = await fetch(`${url}/demo/robots`);
    return health.ok && robots.ok && (await robots.json()).ready === true;
  } catch {
    return false;
  }
}
